/** A moment's day in Vietnam, as the console writes days. */
export const dayOf = (ms: number, language: string): string =>
	new Date(ms).toLocaleDateString(language, { timeZone: 'Asia/Ho_Chi_Minh' });
