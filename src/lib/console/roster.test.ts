import { describe, expect, test } from 'vitest';
import { readRoster } from './roster';

const long = 'Ẵ'.repeat(81);

describe('a list of names', () => {
	test.each([
		{ says: 'one a line', text: 'Lò Thị Mẩy\nGiàng Thị Dợ', names: ['Lò Thị Mẩy', 'Giàng Thị Dợ'] },
		{
			says: 'from Windows, with gaps',
			text: '\r\n Lò  Thị Mẩy \r\n\r\nNga\t\r\n',
			names: ['Lò Thị Mẩy', 'Nga']
		},
		{ says: 'numbered by hand', text: '1. Mẩy\n2) Dợ\n- Nga\n• Khé', names: ['Mẩy', 'Dợ', 'Nga', 'Khé'] },
		{ says: 'in decomposed letters', text: 'Mẩy'.normalize('NFD'), names: ['Mẩy'.normalize('NFC')] },
		{ says: 'in any script', text: 'Vàng ꪵꪚꪒ\nꪼꪕ 𖬌𖬣𖬵', names: ['Vàng ꪵꪚꪒ', 'ꪼꪕ 𖬌𖬣𖬵'] },
		{ says: 'with marks of HTML, as text', text: '<b>Mẩy</b> & "Nga"', names: ['<b>Mẩy</b> & "Nga"'] },
		{ says: 'with hidden marks', text: '\u202eMẩy\u200b\u0000', names: ['Mẩy'] },
		{ says: 'a name of 80 letters', text: 'Ẵ'.repeat(80), names: ['Ẵ'.repeat(80)] }
	])('$says is read', ({ text, names }) => {
		expect(readRoster(text, [], false)).toEqual({ kind: 'names', names });
	});

	test.each([
		{ says: 'nothing', text: ' \n\n', problem: { code: 'no_names' } },
		{
			says: '61 names',
			text: Array.from({ length: 61 }, (_, i) => `Chị ${i}`).join('\n'),
			problem: { code: 'too_many_names', n: 61 }
		},
		{
			says: 'a name of 81 letters',
			text: long,
			problem: { code: 'names_too_long', names: [`${'Ẵ'.repeat(30)}…`] }
		},
		{ says: 'a name twice', text: 'Mẩy\nNga\nmẩy', problem: { code: 'twice', names: ['mẩy'] } },
		{
			says: 'a name of the group',
			text: 'Dợ\nLÒ THỊ MẨY',
			problem: { code: 'already_here', names: ['LÒ THỊ MẨY'] }
		}
	])('$says is a problem that can be put right', ({ text, problem }) => {
		expect(readRoster(text, ['Lò Thị Mẩy'], false)).toEqual({ kind: 'problem', ...problem });
	});

	test('two women may have one name, when she says so', () => {
		expect(readRoster('Mẩy\nMẩy', ['Mẩy'], true)).toEqual({ kind: 'names', names: ['Mẩy', 'Mẩy'] });
	});
});
