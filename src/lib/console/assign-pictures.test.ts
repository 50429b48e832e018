import { describe, expect, test } from 'vitest';
import { PERSON_PICTURES } from '$lib/domain/people';
import { assignPictures } from './assign-pictures';

describe('pictures for new women', () => {
	test.each([
		{ says: 'come in their order', count: 3, taken: [], pictures: ['sunflower', 'fish', 'corn'] },
		{
			says: 'leave out those taken',
			count: 2,
			taken: ['fish', 'sunflower'],
			pictures: ['corn', 'butterfly']
		},
		{ says: 'do not mind an unknown one', count: 1, taken: ['dragon'], pictures: ['sunflower'] },
		{ says: 'begin again when all are taken', count: 1, taken: [...PERSON_PICTURES], pictures: ['sunflower'] }
	])('$says', ({ count, taken, pictures }) => expect(assignPictures(count, taken)).toEqual(pictures));

	test('repeat none more than others: 60 women have each of the 20 three times', () => {
		const given = assignPictures(60, []);
		for (const picture of PERSON_PICTURES) expect(given.filter((one) => one === picture)).toHaveLength(3);
	});
});
