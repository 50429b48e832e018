import { expect, test } from 'vitest';
import { readRange } from './range';

test.each([
	{ header: null, size: 100, part: 'whole' },
	{ header: 'bytes=0-', size: 100, part: { first: 0, last: 99 } },
	{ header: 'bytes=0-0', size: 100, part: { first: 0, last: 0 } },
	{ header: 'bytes=10-19', size: 100, part: { first: 10, last: 19 } },
	{ header: 'bytes=90-200', size: 100, part: { first: 90, last: 99 } },
	{ header: 'bytes=99-', size: 100, part: { first: 99, last: 99 } },
	{ header: 'bytes=100-', size: 100, part: 'unsatisfiable' },
	{ header: 'bytes=-10', size: 100, part: { first: 90, last: 99 } },
	{ header: 'bytes=-500', size: 100, part: { first: 0, last: 99 } },
	{ header: 'bytes=-0', size: 100, part: 'unsatisfiable' },
	{ header: 'bytes=-5', size: 0, part: 'unsatisfiable' },
	{ header: 'bytes=20-10', size: 100, part: 'whole' },
	{ header: 'bytes=0-1,5-6', size: 100, part: 'whole' },
	{ header: 'bytes=-', size: 100, part: 'whole' },
	{ header: 'bytes=a-b', size: 100, part: 'whole' },
	{ header: 'lines=0-1', size: 100, part: 'whole' }
])('of $size bytes, $header is $part', ({ header, size, part }) => {
	expect(readRange(header, size)).toEqual(part);
});
