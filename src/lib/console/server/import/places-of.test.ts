import { describe, expect, test } from 'vitest';
import type { Staff } from '$lib/server/session';
import type { Checked, CheckedRow } from './check-rows';
import type { Draft } from './drafts';
import { placesOf } from './places-of';

const trainer: Staff = { kind: 'staff', id: 't', role: 'trainer', name: 'T', places: [] };
const manager: Staff = { kind: 'staff', id: 'm', role: 'manager', name: 'M', places: ['19'] };
const draft = (change: Partial<Draft> = {}) => ({ meant: {}, meantUsual: '', ...change }) as Draft;

/** Rows from line 2 on: a group's name and the place that is written. */
const read = (...rows: [group: string, place: string][]): Checked => ({
	...{ faults: [], examples: 0, notLearners: 0 },
	rows: rows.map(([name, place], i): CheckedRow => {
		const facts = { birthYear: null, ethnicity: null, household: null, disability: null };
		return { line: i + 2, name: 'A', village: '', place, facts, into: { name } };
	})
});

describe('where new groups are', () => {
	test('the words that were written are kept with the codes of today', async () => {
		const { ofGroup, undecided, found } = await placesOf(
			trainer,
			draft(),
			read(['Một', 'TT. Bằng Lũng, Bắc Kạn'], ['Hai', ''])
		);
		expect(undecided).toBe(0);
		expect(found).toEqual([{ words: 'TT. Bằng Lũng, Bắc Kạn', code: '02020' }]);
		expect(Object.fromEntries(ofGroup)).toEqual({
			Một: { place: 'TT. Bằng Lũng, Bắc Kạn', province: '19', commune: '02020' }
		});
	});

	test('what may be several is asked once for all its rows, and nothing is guessed', async () => {
		const rows = read(['Một', 'xã Tân Lập'], ['Một', 'xã Tân Lập']);
		const asked = await placesOf(trainer, draft(), rows);
		expect(asked).toMatchObject({ undecided: 1, questions: [{ words: 'xã Tân Lập', rows: 2 }] });
		expect(asked.ofGroup.get('Một')).toEqual({ place: 'xã Tân Lập', province: '', commune: '' });
		const { code } = asked.questions[0]!.options[1]!;
		const said = await placesOf(trainer, draft({ meant: { 'xã Tân Lập': code } }), rows);
		expect(said.undecided).toBe(0);
		expect(said.ofGroup.get('Một')).toMatchObject({ place: 'xã Tân Lập', commune: code });
	});

	test('what is no place is asked as well; words alone are an answer, a place that was not offered is none', async () => {
		const rows = read(['Một', 'Atlantis']);
		expect((await placesOf(trainer, draft(), rows)).undecided).toBe(1);
		expect((await placesOf(trainer, draft({ meant: { Atlantis: '19' } }), rows)).undecided).toBe(1);
		for (const change of [{ meant: { Atlantis: 'none' } }, { meantUsual: 'none' as const }]) {
			const said = await placesOf(trainer, draft(change), rows);
			expect(said.undecided).toBe(0);
			expect(said.ofGroup.get('Một')).toEqual({ place: 'Atlantis', province: '', commune: '' });
		}
	});

	test('a draft of before the question existed is read', async () => {
		expect((await placesOf(trainer, {} as Draft, read(['Một', 'xã Na Rì']))).undecided).toBe(0);
	});

	test('two places for one group are named by their row', async () => {
		const { checked } = await placesOf(
			trainer,
			draft(),
			read(['Một', 'xã Na Rì'], ['Một', 'na ri, bac kan'], ['Một', 'xã Lũng Cú'])
		);
		expect(checked.faults).toEqual([
			{ line: 4, column: 'commune', value: 'xã Lũng Cú', code: 'place_differs' }
		]);
		expect(checked.rows.map(({ line }) => line)).toEqual([2, 3]);
	});

	test('a manager of places finds hers alone, and what lies elsewhere is faulty', async () => {
		const { checked, found } = await placesOf(
			manager,
			draft(),
			read(['Một', 'xã Na Rì'], ['Hai', 'xã Lũng Cú'])
		);
		expect(found).toEqual([{ words: 'xã Na Rì', code: '02155' }]);
		expect(checked.faults).toMatchObject([{ line: 3, code: 'place_outside' }]);
	});

	test('a group that is there keeps its own place', async () => {
		const rows = read(['Một', 'xã Tân Lập']);
		rows.rows[0]!.into = { id: 'group0000000001' };
		expect(await placesOf(trainer, draft(), rows)).toMatchObject({ undecided: 0, questions: [] });
	});
});
