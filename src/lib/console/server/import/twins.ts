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

/** Rows that may be somebody who is there already: the same name, with or without accents, and nothing known that
 * speaks against it. A village or a year that nobody has said speaks neither for nor against. */
export function twinsOf(rows: readonly CheckedRow[], known: readonly KnownWoman[]): Twins[] {
	const women = byName(known);
	const above = new Map<string, CheckedRow[]>();
	return rows.flatMap((row) => {
		const key = plain(row.name);
		const earlier = above.get(key) ?? [];
		const found = {
			row,
			women: (women.get(key) ?? []).filter((woman) => mayBeSame(row, woman)),
			rows: earlier.filter((other) => mayBeOneRow(row, other))
		};
		above.set(key, [...earlier, row]);
		return found.women.length + found.rows.length > 0 ? [found] : [];
	});
}

function byName(known: readonly KnownWoman[]): Map<string, KnownWoman[]> {
	const found = new Map<string, KnownWoman[]>();
	for (const woman of known) {
		const key = plain(woman.name);
		found.set(key, [...(found.get(key) ?? []), woman]);
	}
	return found;
}

const agree = <T>(one: T | null | '', other: T | null | '') => !one || !other || one === other;

function mayBeSame({ into, village, facts }: CheckedRow, woman: KnownWoman): boolean {
	if (!agree(facts.birthYear, woman.birthYear)) return false;
	if ('id' in into && woman.groups.some(({ id }) => id === into.id)) return true;
	return (
		woman.groups.length === 0 || woman.groups.some((group) => agree(plain(village), plain(group.village)))
	);
}

const mayBeOneRow = (one: CheckedRow, other: CheckedRow) =>
	agree(one.facts.birthYear, other.facts.birthYear) && agree(plain(one.village), plain(other.village));
