import { describe, expect, test } from 'vitest';
import { textProblem, tidyText } from './stall-text';

describe('the words on a sign', () => {
	test.each([
		['Thổ cẩm Nà Chang', null],
		['  Mật   ong\tbạc hà ', null],
		['HTX Nà Chang', null],
		['Vải của người H.Mông', null],
		['Mật ong 500 ml, 2 chai', null],
		['Chè Shan tuyết 🍃', null],
		['M', 'short'],
		['', 'short'],
		['a'.repeat(41), 'long'],
		['MUA NGAY tại http://lua.example', 'link'],
		['thocam.vn', 'link'],
		['thocam . COM', 'link'],
		['www. thocam', 'link'],
		['bit.ly/abc', 'link'],
		['mo@example', 'link'],
		['Gọi 0912 345 678', 'number'],
		['Gọi 0912.345.678', 'number'],
		['<b>Mật ong</b>', 'strange'],
		['Mật\u202eong', 'strange'],
		['Mật\u0000ong', 'strange']
	])('%s: %s', (text, problem) => expect(textProblem(text)).toBe(problem));

	test.each([
		['THỔ CẨM NÀ CHANG', 'Thổ Cẩm Nà Chang'],
		['HTX RAU SẠCH', 'HTX Rau Sạch'],
		['Mật ong rừng', 'Mật ong rừng'],
		['HTX', 'HTX'],
		[' a   b ', 'a b'],
		['Mật ong', 'Mật ong']
	])('%s is not shouted: %s', (raw, tidy) => expect(tidyText(raw)).toBe(tidy));

	test('tidy words stay as they are', () => {
		for (const text of ['THỔ CẨM NÀ CHANG', 'Ẵ Ỗ Ự nặng', 'HTX RAU SẠCH'])
			expect(tidyText(tidyText(text))).toBe(tidyText(text));
	});
});
