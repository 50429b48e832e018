import { beforeEach, expect, test } from 'vitest';
import { spoken } from '../../../../tests/fixtures/catalog';
import type { Lesson } from '$lib/domain/lesson';
import type { GatheringRow } from '$lib/offline/rows';
import { Gathering, type Around } from './gathering.svelte';

const lesson = {
	...{ slug: 'nut', course: 'may', discuss: spoken('?') },
	cards: [{ id: 1 }, { id: 2 }],
	questions: [{ id: 1 }]
} as unknown as Lesson;
const around: Around = {
	...{ profile: 'staff:s', isStaff: true, group: 'g', name: 'Nà Chang' },
	women: ['mai', 'lan', 'hoa'].map((id) => ({ id, name: id, picture: 'fish' }))
};

let kept: GatheringRow[];
let ended: GatheringRow[];
let ids: number;
let gathering: Gathering;
beforeEach(() => {
	[kept, ended, ids] = [[], [], 0];
	gathering = new Gathering({
		keep: (row) => void kept.push(row),
		end: (row) => Promise.resolve(void ended.push(row)),
		newId: () => `e${++ids}`,
		newPersonId: () => `p${++ids}`,
		now: () => 5
	});
	gathering.begin(around);
});
const hearAll = () => {
	gathering.hear(lesson);
	for (let i = 0; i < 2; i++) {
		gathering.heardCard();
		gathering.goOn();
	}
	for (let i = 0; i < 3; i++) gathering.goOn();
};

test('everybody, and then those who are missing; each change is kept', () => {
	gathering.all();
	gathering.toggle('lan');
	expect([gathering.count, kept.at(-1)?.present]).toEqual([2, ['mai', 'hoa']]);
	gathering.toggle('lan');
	expect(gathering.count).toBe(3);
	gathering.none();
	expect(gathering.count).toBe(0);
});
test('who is written down is there, stands in the list, and goes with the event', async () => {
	gathering.add({ name: 'Sua', picture: 'bee' });
	expect(gathering.here.map(({ name }) => name)).toEqual(['Sua']);
	hearAll();
	await Promise.resolve();
	expect(ended[0]).toMatchObject({ id: 'e1', present: ['p2'], newcomers: [{ id: 'p2', name: 'Sua' }] });
});
test('a lesson ends once when every card was said to its end', async () => {
	gathering.toggle('mai');
	hearAll();
	gathering.goOn();
	await Promise.resolve();
	expect(ended).toHaveLength(1);
	expect([gathering.screen, ended[0]?.lesson]).toEqual(['end', 'nut']);
});
test('a card that was skipped is heard before the end, and nothing else again', async () => {
	gathering.toggle('mai');
	gathering.hear(lesson);
	gathering.goOn();
	gathering.heardCard();
	for (let i = 0; i < 4; i++) gathering.goOn();
	expect([gathering.screen, ended]).toEqual(['unheard', []]);
	gathering.hearRest();
	expect(gathering.step).toEqual({ kind: 'card', id: 1 });
	gathering.heardCard();
	gathering.goOn();
	await Promise.resolve();
	expect([gathering.screen, ended.length]).toEqual(['end', 1]);
});
test('hands counted again replace those before', () => {
	const question = { id: 1 } as never;
	gathering.raised(question, [{ option: 1, n: 2 }]);
	gathering.raised(question, [{ option: 1, n: 3 }]);
	gathering.raised(question, [{ option: 1, n: 0 }]);
	expect(kept.at(-1)?.hands).toEqual([{ question: 1, counts: [{ option: 1, n: 3 }] }]);
});
test('interrupted and resumed, what lies before counts as heard', async () => {
	gathering.toggle('mai');
	gathering.hear(lesson);
	gathering.heardCard();
	gathering.goOn();
	const row = kept.at(-1)!;
	gathering.resume(around, row, lesson);
	expect(gathering.step).toEqual({ kind: 'card', id: 2 });
	gathering.heardCard();
	for (let i = 0; i < 4; i++) gathering.goOn();
	await Promise.resolve();
	expect(ended[0]?.id).toBe('e1');
});
test('another lesson with those who are there is another event', async () => {
	gathering.add({ name: 'Sua', picture: 'bee' });
	gathering.toggle('mai');
	hearAll();
	await Promise.resolve();
	gathering.again();
	expect(gathering.screen).toBe('what');
	await gathering.noteMeeting('  Chợ phiên ');
	expect(ended.map(({ id }) => id)).toEqual(['e1', 'e3']);
	expect(ended[1]).toMatchObject({ lesson: null, note: 'Chợ phiên', present: ['p2', 'mai'], hands: [] });
});
