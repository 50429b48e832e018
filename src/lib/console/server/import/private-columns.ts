import { plain } from '$lib/server/places/plain';

/** Headings of what is not asked here, ever: phone numbers, numbers of papers, passwords. */
const HEADINGS =
	/\b(sdt|so dt|so dien thoai|dien thoai|di dong|zalo|phone|mobile|telephone|tel|cccd|cmnd|cmt|can cuoc|chung minh|so dinh danh|dinh danh|ho chieu|passport|id number|id no|identifier|national id|giay to|bhyt|bao hiem y te|password|mat khau|email|e mail)\b/;

/** A phone number, or the 9 or 12 digits of an identity paper, however it is written. */
const isNumber = (cell: string) => {
	const bare = cell.replace(/[\s.\-()]/g, '');
	return /^(\+?84\d{9}|0\d{9,10}|\d{9}|\d{12})$/.test(bare);
};

const looksPrivate = (heading: string, cells: string[]): boolean => {
	if (HEADINGS.test(plain(heading))) return true;
	const said = cells.filter((cell) => cell.trim());
	return said.length > 0 && said.filter(isNumber).length * 2 >= said.length;
};

/** Places of the columns that are left out before anything is kept. */
export const privateColumns = (headings: string[], rows: string[][]): number[] =>
	headings.flatMap((heading, at) =>
		looksPrivate(
			heading,
			rows.map((cells) => cells[at] ?? '')
		)
			? [at]
			: []
	);

/** A number of a phone or a paper inside a text: a run of nine digits and more. */
export const holdsPrivateNumber = (text: string): boolean => /\d(?:[\s.-]?\d){8,}/.test(text);
