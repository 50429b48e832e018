import { expect, test } from 'vitest';
import { groupsInNeed, type ListedGroup } from './listed-group';

const group = (id: string, needing: number): ListedGroup => ({
	id,
	name: id,
	place: '',
	women: 5,
	active: 1,
	needing,
	lastSeenAtMs: null
});

test('the group with most women in need comes first; who needs nothing is not named', () => {
	const groups = [group('a', 0), group('b', 1), group('c', 3)];
	expect(groupsInNeed(groups).map(({ id }) => id)).toEqual(['c', 'b']);
});
