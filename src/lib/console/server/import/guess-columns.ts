import { plain } from '$lib/server/places/plain';
import type { Column } from '../../import/columns';

/** How headings are called, without accents: here, in English, and in what Kolibri writes out. */
const CALLED: Record<Column, string[]> = {
	name: [
		...['ho va ten', 'ho ten', 'ten', 'ten chi', 'ten hoc vien', 'ho ten hoc vien', 'ho va ten hoc vien'],
		...['full name', 'fullname', 'name', 'woman']
	],
	village: [
		...[
			'ban',
			'thon',
			'ban thon',
			'thon ban',
			'xom',
			'ap',
			'buon',
			'lang',
			'thon xom',
			'ten ban',
			'ten thon'
		],
		'village'
	],
	birthYear: ['nam sinh', 'sinh nam', 'ngay sinh', 'year of birth', 'birth year', 'birthyear', 'born'],
	group: ['nhom', 'ten nhom', 'lop', 'group', 'class', 'group name', 'enrolled in'],
	commune: [
		...['xa', 'phuong', 'xa phuong', 'phuong xa', 'thi tran', 'xa phuong thi tran', 'ten xa', 'xa tinh'],
		...['commune', 'ward', 'commune province']
	],
	district: ['huyen', 'quan', 'quan huyen', 'huyen quan', 'huyen thi xa', 'ten huyen', 'district'],
	province: ['tinh', 'thanh pho', 'tinh thanh', 'tinh thanh pho', 'ten tinh', 'province', 'city'],
	ethnicity: ['dan toc', 'nguoi dan toc', 'ethnicity', 'ethnic group', 'people'],
	household: ['ho ngheo', 'loai ho', 'ho gia dinh', 'hoan canh', 'dien ho', 'ho', 'household', 'poverty'],
	disability: ['khuyet tat', 'tinh trang khuyet tat', 'disability', 'disabled'],
	kind: ['user type', 'usertype']
};

/** "Họ và tên / Full name", "Full name (FULL_NAME)": each part may be the name that is known. */
const partsOf = (heading: string) => [heading, ...heading.split(/[/()|\n]/)].map(plain).filter(Boolean);

const columnCalled = (heading: string): Column | '' => {
	const parts = partsOf(heading);
	const found = (Object.keys(CALLED) as Column[]).find((column) =>
		parts.some((part) => CALLED[column].includes(part))
	);
	return found ?? '';
};

/** What each heading means; "" where that cannot be told. Each is meant once: the first counts. */
export function guessColumns(headings: string[]): (Column | '')[] {
	const taken = new Set<Column>();
	return headings.map((heading) => {
		const column = columnCalled(heading);
		if (!column || taken.has(column)) return '';
		taken.add(column);
		return column;
	});
}

/** A file that Kolibri wrote has these two, however it calls the rest. */
export const isFromKolibri = (headings: string[]): boolean => {
	const parts = headings.flatMap(partsOf);
	return parts.includes('username') && parts.includes('user type');
};
