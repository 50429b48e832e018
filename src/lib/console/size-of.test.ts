import { expect, test } from 'vitest';
import { sizeOf } from './size-of';

test.each([
	{ bytes: 0, language: 'vi', size: '0 kB' },
	{ bytes: 1_420_000_000, language: 'vi', size: '1,4 GB' },
	{ bytes: 1_420_000_000, language: 'en', size: '1.4 GB' },
	{ bytes: 640_000_000, language: 'en', size: '640 MB' },
	{ bytes: 2e15, language: 'en', size: '2,000 TB' }
])('$bytes bytes are $size ($language)', ({ bytes, language, size }) =>
	expect(sizeOf(bytes, language)).toBe(size)
);
