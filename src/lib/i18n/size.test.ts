import { expect, test } from 'vitest';
import { minutesOf, sizeOf } from './size';

test.each([
	{ bytes: 0, text: '0 kB', say: [0, 'kB'] },
	{ bytes: 96_200, text: '100 kB', say: [100, 'kB'] },
	{ bytes: 1_440_000, text: '1,4 MB', say: [1.4, 'MB'] },
	{ bytes: 420_300_000, text: '420 MB', say: [420, 'MB'] },
	{ bytes: 3_000_000_000, text: '3 GB', say: [3, 'GB'] }
])('$bytes bytes are $text', ({ bytes, text, say }) => expect(sizeOf(bytes, 'vi')).toEqual({ text, say }));

test.each([
	[10, 1],
	[100, 2],
	[180, 3],
	[181, 4]
])('%i seconds are %i minutes', (seconds, minutes) => expect(minutesOf(seconds)).toBe(minutes));
