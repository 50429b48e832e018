import { expect, test } from 'vitest';
import { RecentPhones } from './recent-phones';
import type { Learner } from './session';

const phone = (session: string): Learner => ({ kind: 'learner', learner: 'lan', device: 'd1', session });

test('knows a phone for ten minutes, by its own cookie and device only', () => {
	const phones = new RecentPhones();
	phones.note(phone('s1'), 0);
	expect(phones.find('s1', 'd1', 599_999)).toMatchObject({ learner: 'lan' });
	expect(phones.find('s1', 'd1', 600_000)).toBeUndefined();
	expect(phones.find('s1', 'd2', 1)).toBeUndefined();
	expect(phones.find('s2', 'd1', 1)).toBeUndefined();
});

test('forgets a phone whose session was found to be gone', () => {
	const phones = new RecentPhones();
	phones.note(phone('s1'), 0);
	phones.forget('s1');
	expect(phones.find('s1', 'd1', 1)).toBeUndefined();
});

test('forgets the one that was noted first when there are too many', () => {
	const phones = new RecentPhones();
	for (let n = 0; n <= 5000; n++) phones.note(phone(`s${n}`), 0);
	expect(phones.find('s0', 'd1', 1)).toBeUndefined();
	expect(phones.find('s5000', 'd1', 1)).toBeDefined();
});
