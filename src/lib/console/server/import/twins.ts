import { plain } from '$lib/server/places/plain';
import type { CheckedRow } from './check-rows';

/** A woman who is there, with the groups that the reader sees her in. */
export type KnownWoman = {
	id: string;
	name: string;
	birthYear: number | null;
	picture: string;
	groups: { id: string; name: string; village: string }[];
};

/** Whom a row may be: women who are there, and rows above it in the file. */
export type Twins = { row: CheckedRow; women: KnownWoman[]; rows: CheckedRow[] };

/** Nobody reads more; and a file of 20,000 equal names must not be compared row by row. */
const MOST = 4;

/** Rows that may be somebody who is there already: the same name, with or without accents, and nothing known that
 * speaks against it. A village or a year that nobody has said speaks neither for nor against. */
export function twinsOf(rows: readonly CheckedRow[], known: readonly KnownWoman[]): Twins[] {
	const women = byName(known);
	const above = new Map<string, Told[]>();
	return rows.flatMap((row) => {
		const key = plain(row.name);
		const told = { row, village: plain(row.village), year: row.facts.birthYear };
		const earlier = listIn(above, key);
		const found = {
			row,
			women: firstOf(women.get(key) ?? [], (woman) => mayBeSame(told, woman)),
			rows: firstOf(
				earlier,
				(other) => agree(told.year, other.year) && agree(told.village, other.village)
			).map((other) => other.row)
		};
		earlier.push(told);
		return found.women.length + found.rows.length > 0 ? [found] : [];
	});
}

type Told = { row: CheckedRow; village: string; year: number | null };

function byName(known: readonly KnownWoman[]): Map<string, KnownWoman[]> {
	const found = new Map<string, KnownWoman[]>();
	for (const woman of known) listIn(found, plain(woman.name)).push(woman);
	return found;
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}

function firstOf<T>(all: readonly T[], fits: (one: T) => boolean): T[] {
	const found: T[] = [];
	for (const one of all) {
		if (fits(one)) found.push(one);
		if (found.length === MOST) break;
	}
	return found;
}

const agree = <T>(one: T | null | '', other: T | null | '') => !one || !other || one === other;

function mayBeSame({ row: { into }, village, year }: Told, woman: KnownWoman): boolean {
	if (!agree(year, woman.birthYear)) return false;
	if ('id' in into && woman.groups.some(({ id }) => id === into.id)) return true;
	return woman.groups.length === 0 || woman.groups.some((group) => agree(village, plain(group.village)));
}
