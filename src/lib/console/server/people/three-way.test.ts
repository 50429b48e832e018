import { expect, test } from 'vitest';
import { threeWay } from './three-way';

const was = { name: 'Nà Chang', place: 'Na Rì' };

test.each([
	{
		says: 'the other changed what she did not touch: she gets it, and is told',
		mine: { name: 'Nà Chang Hạ', place: 'Na Rì' },
		now: { name: 'Nà Chang', place: 'Xuân Dương' },
		fields: { name: 'Nà Chang Hạ', place: 'Xuân Dương' },
		changed: ['place']
	},
	{
		says: 'both changed one field: hers stays in the form, and she is told',
		mine: { name: 'Hạ', place: 'Na Rì' },
		now: { name: 'Thượng', place: 'Na Rì' },
		fields: { name: 'Hạ', place: 'Na Rì' },
		changed: ['name']
	},
	{
		says: 'both wrote the same: nothing to tell',
		mine: { name: 'Hạ', place: 'Na Rì' },
		now: { name: 'Hạ', place: 'Na Rì' },
		fields: { name: 'Hạ', place: 'Na Rì' },
		changed: []
	},
	{
		says: 'she emptied a field: that is a change too',
		mine: { name: 'Nà Chang', place: '' },
		now: { name: 'Thượng', place: 'Na Rì' },
		fields: { name: 'Thượng', place: '' },
		changed: ['name']
	}
])('$says', ({ mine, now, fields, changed }) =>
	expect(threeWay(was, mine, now)).toEqual({ fields, changed })
);
