import { describe, expect, test } from 'vitest';
import { readJoinCode, readJoinFragment } from './read-join-input';

describe('the fragment of a joining link', () => {
	const secret = 'abcdefghijklmnopqrst-_';
	test.each([
		{ hash: `#${secret}`, is: { secret } },
		{ hash: secret, is: { secret } },
		{ hash: '', is: undefined },
		{ hash: '#', is: undefined },
		{ hash: `#${secret}x`, is: undefined },
		{ hash: '#<script>alert(1)</scr', is: undefined }
	])('$hash', ({ hash, is }) => expect(readJoinFragment(hash)).toEqual(is));
});

describe('a code typed by a person', () => {
	test.each([
		{ typed: '12345678', is: { code: '12345678' } },
		{ typed: ' 1234 5678 ', is: { code: '12345678' } },
		{ typed: '1234.5678', is: { code: '12345678' } },
		{ typed: '1234567', is: undefined },
		{ typed: '123456789', is: undefined },
		{ typed: '1234567a', is: undefined },
		{ typed: '', is: undefined }
	])('"$typed"', ({ typed, is }) => expect(readJoinCode(typed)).toEqual(is));
});
