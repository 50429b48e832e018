import { birthYearsIn, type Facts } from '$lib/domain/facts';
import { plain } from '$lib/server/places/plain';
import type { People } from '$lib/server/peoples/read-peoples';
import type { Column } from '../../import/columns';
import { lengthOf, MAX_NAME_LENGTH, tidyName } from '../../roster';
import { disabilityIn, ethnicityIn, householdIn } from './fact-words';
import { holdsPrivateNumber } from './private-columns';
import type { Line } from './table';

const MAX_VILLAGE = 80;
const MAX_GROUP_NAME = 80;
/** Each of its three names; together they are what a group's place may be long. */
const MAX_PLACE_NAME = 80;
const MAX_PLACE = 120;

export type CellFault =
	| 'name_missing'
	| 'too_long'
	| 'formula'
	| 'no_letters'
	| 'private_number'
	| 'year_unreadable'
	| 'year_is_date'
	| 'year_outside'
	| 'ethnicity_unknown'
	| 'household_unknown'
	| 'disability_unknown'
	| 'group_missing'
	| 'group_closed'
	| 'group_ambiguous'
	| 'group_several'
	| 'place_differs'
	| 'place_outside';
export type Fault = { line: number; column: Column; value: string; code: CellFault };

export type GroupKnown = { id: string; name: string; village: string; archived: boolean };
/** The group that a row goes into: one that is there, or one to be made, by its name. */
export type Into = { id: string } | { name: string };
export type CheckedRow = {
	line: number;
	name: string;
	village: string;
	place: string;
	facts: Facts;
	into: Into;
};

export type Asked = {
	columns: (Column | '')[];
	/** The group of rows that name none; "" when there is none. */
	group: string;
	groups: readonly GroupKnown[];
	peoples: readonly People[];
	nowMs: number;
};
export type Checked = { rows: CheckedRow[]; faults: Fault[]; examples: number; notLearners: number };

/** What Kolibri writes where nothing was said. */
const NOT_SAID = /^(not_specified|deferred)$/i;
/** A spreadsheet would take these for a formula; a dash before a name is a list's. */
const FORMULA = /^(?:[=+@＝＋＠]|[-－](?!\s))/;

/** Reads each row, and names each cell that cannot be taken. */
export function checkRows(lines: readonly Line[], asked: Asked): Checked {
	const checked: Checked = { rows: [], faults: [], examples: 0, notLearners: 0 };
	const find = groupFinder(asked.groups);
	const years = birthYearsIn(new Date(asked.nowMs).getUTCFullYear());
	for (const line of lines) readOne(line);
	return checked;

	function readOne({ line, cells }: Line): void {
		const raw = (column: Column) => {
			const at = asked.columns.indexOf(column);
			const text = at < 0 ? '' : (cells[at] ?? '').normalize('NFC').trim();
			return NOT_SAID.test(text) ? '' : text;
		};
		const kind = plain(raw('kind'));
		if (kind && kind !== 'learner' && kind !== 'hoc vien') return void checked.notLearners++;
		if (/^(vi du|example)\b/.test(plain(raw('name')))) return void checked.examples++;
		const before = checked.faults.length;
		const say = (column: Column, code: CellFault) =>
			checked.faults.push({ line, column, value: shortened(raw(column)), code });

		const text = (column: Column, max: number) => {
			const tidy = tidyName(raw(column));
			if (FORMULA.test(raw(column))) say(column, 'formula');
			else if (lengthOf(tidy) > max) say(column, 'too_long');
			// A group that is there may be called whatever it is called.
			else if (column !== 'group' && holdsPrivateNumber(tidy)) say(column, 'private_number');
			return tidy;
		};
		const name = text('name', MAX_NAME_LENGTH);
		if (!name) say('name', 'name_missing');
		else if (!/\p{L}/u.test(name) && checked.faults.length === before) say('name', 'no_letters');
		const village = text('village', MAX_VILLAGE);
		const place = placeOf();
		const facts: Facts = {
			birthYear: yearIn(raw('birthYear')),
			ethnicity: said('ethnicity', (word) => ethnicityIn(word, asked.peoples)),
			household: said('household', householdIn),
			disability: said('disability', disabilityIn)
		};
		const into = intoGroup(text('group', MAX_GROUP_NAME));
		if (into && checked.faults.length === before)
			checked.rows.push({ line, name, village, place, facts, into });

		function said<T>(column: 'ethnicity' | 'household' | 'disability', read: (word: string) => T | null) {
			if (!raw(column)) return null;
			const value = read(raw(column));
			if (value === null) say(column, `${column}_unknown`);
			return value;
		}

		/** Commune, district and province as somebody wrote them, the smallest first; a district says that it is one. */
		function placeOf(): string {
			const [commune, district, province] = (['commune', 'district', 'province'] as const).map((column) =>
				text(column, MAX_PLACE_NAME)
			);
			const place = [commune, district && asDistrict(district), province].filter(Boolean).join(', ');
			if (lengthOf(place) > MAX_PLACE) say('commune', 'too_long');
			return place;
		}

		function yearIn(word: string): number | null {
			if (!word) return null;
			const digits = word.replace(/\.0+$/, '');
			if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(word)) return (say('birthYear', 'year_is_date'), null);
			if (!/^\d{4}$/.test(digits)) return (say('birthYear', 'year_unreadable'), null);
			const year = Number(digits);
			if (year < years.first || year > years.last) return (say('birthYear', 'year_outside'), null);
			return year;
		}

		function intoGroup(called: string): Into | null {
			if (!called && asked.group) return { id: asked.group };
			if (!called) return (say('group', 'group_missing'), null);
			const found = find(called, village);
			if (typeof found === 'string') return (say('group', found), null);
			if ('name' in found && holdsPrivateNumber(called)) return (say('group', 'private_number'), null);
			// As Kolibri writes somebody who is in two classes.
			if ('name' in found && /[,;]/.test(called)) return (say('group', 'group_several'), null);
			return found;
		}
	}
}

/** Under its own heading the word is often left out: "Na Rì" alone would be the commune. */
const asDistrict = (name: string) =>
	/^(huyen|quan|thi xa|thanh pho|h|q|tx|tp) /.test(plain(name)) ? name : `Huyện ${name}`;

const exact = (name: string) => name.toLocaleLowerCase('vi');
const shortened = (text: string) => (lengthOf(text) > 40 ? `${[...text].slice(0, 40).join('')}…` : text);

/** "Nhóm Nà Chang" and "Nà Chang" are one: the console says the word itself. */
const withoutNhom = (name: string) => name.replace(/^(nhóm|nhom)\s+/i, '');

/** Finds groups as somebody wrote their names: as they stand, else without accents where only one is meant. */
function groupFinder(groups: readonly GroupKnown[]) {
	const by = (keyOf: (name: string) => string) => {
		const found = new Map<string, GroupKnown[]>();
		for (const group of groups) {
			const key = keyOf(group.name);
			found.set(key, [...(found.get(key) ?? []), group]);
		}
		return (name: string) => found.get(keyOf(name)) ?? [];
	};
	/** Groups to be made, as they were written first. */
	const fresh = new Map<string, string>();
	const steps = [by(exact), by((name) => exact(withoutNhom(name))), by((name) => plain(withoutNhom(name)))];
	return (name: string, village: string): Into | 'group_closed' | 'group_ambiguous' => {
		for (const step of steps) {
			const all = step(name);
			const open = all.filter(({ archived }) => !archived);
			const here = open.length > 1 ? open.filter((group) => plain(group.village) === plain(village)) : open;
			if (here.length === 1) return { id: here[0]!.id };
			if (open.length > 1) return 'group_ambiguous';
			if (all.length > 0) return 'group_closed';
		}
		const key = exact(withoutNhom(name));
		if (!fresh.has(key)) fresh.set(key, withoutNhom(name));
		return { name: fresh.get(key) ?? name };
	};
}
