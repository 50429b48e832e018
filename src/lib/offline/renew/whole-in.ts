/** Languages in which everything that something says and shows is on this phone. */
export const wholeIn = (
	languages: string[],
	mediaIn: (language: string) => string[],
	here: ReadonlySet<string>
): string[] => languages.filter((language) => mediaIn(language).every((name) => here.has(name)));
