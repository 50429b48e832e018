/** What stands on a card that is being printed. */
export type PrintedCard = {
	id: string;
	name: string;
	picture: string;
	group: string;
	/** Eight digits. */
	code: string;
	/** <origin>/join#<secret> */
	address: string;
};

/** 105 x 74 mm each, less the printer's margin: large enough for a thumb and a scanner. */
export const CARDS_A_PAGE = 8;

/** "4821 0937": two groups that can be read out and typed. */
export const spacedCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** How large a name is printed, so that all of it stands on the card: few are longer than three words. */
export function sizeOfName(name: string): 'usual' | 'long' | 'longest' {
	const letters = [...name].length;
	if (letters <= 18) return 'usual';
	return letters <= 36 ? 'long' : 'longest';
}

/** The cards of each sheet. */
export function sheetsOf<T>(cards: readonly T[]): T[][] {
	const sheets = Math.ceil(cards.length / CARDS_A_PAGE);
	return Array.from({ length: sheets }, (_, i) => cards.slice(i * CARDS_A_PAGE, (i + 1) * CARDS_A_PAGE));
}

/** An address that no phone but this machine itself can open: cards with it would be waste paper. */
export function opensOnlyHere(origin: string): boolean {
	return /^(localhost$|127\.|\[::1|0\.0\.0\.0$)/.test(new URL(origin).hostname);
}
