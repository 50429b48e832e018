import { expect, test } from 'vitest';
import { sameName } from './same-name';

const women = ['Giàng Thị Sua', 'Giàng Thị Súa', 'Sua', 'Lò Thị Sua', 'Mai', 'Đinh Thị Đào'].map(
	(name, n) => ({
		id: `${n}`,
		name
	})
);
const same = (name: string, id = 'x') => sameName({ id, name }, women).map((woman) => woman.name);

test.each([
	{
		says: 'the same name, tones and case apart',
		name: 'giàng thị sua',
		is: ['Giàng Thị Sua', 'Giàng Thị Súa', 'Sua']
	},
	{ says: 'a short name is called like longer ones', name: 'Đào', is: ['Đinh Thị Đào'] },
	{ says: 'another family is another woman', name: 'Vàng Thị Mai', is: ['Mai'] },
	{ says: 'nobody', name: 'Hoa', is: [] }
])('$says', ({ name, is }) => expect(same(name)).toEqual(is));
test('never herself', () => expect(same('Mai', '4')).toEqual([]));
