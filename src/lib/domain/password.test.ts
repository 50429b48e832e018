import { describe, expect, test } from 'vitest';
import { faultOfPassword, tidyPassword } from './password';

describe('a password', () => {
	test.each([
		['mot-hai-ba-bon', null],
		['hoa ngô nở ở đầu bản', null],
		['', 'password_short'],
		['mười một chữ'.slice(0, 11), 'password_short'],
		['aaaaaaaaaaaaaaaa', 'password_plain'],
		['121212121212', 'password_plain'],
		['123456789012', 'password_plain'],
		['abcdefghijklm', 'password_plain'],
		['hoa@nari.example', 'password_plain'],
		['Hoa@Nari.Example', 'password_plain'],
		['ậ'.repeat(30), 'password_long'],
		['x'.repeat(72), 'password_long'],
		['abcde-'.repeat(11) + 'abcde', null]
	])('"%s": %s', (typed, fault) => expect(faultOfPassword(typed, 'hoa@nari.example')).toBe(fault));

	test('is the same, however the keyboard puts its marks', () => {
		expect(tidyPassword('hoa ngo\u0302 no\u031b\u0309')).toBe(tidyPassword('hoa ngô nở'));
	});
});
