const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** Bytes as phones show them: "1,4 GB" in Vietnamese, "1.4 GB" in English. */
export function sizeOf(bytes: number, language: string): string {
	const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	const value = bytes / 1000 ** power;
	const digits = value < 10 ? 1 : 0;
	return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${UNITS[power - 1]}`;
}
