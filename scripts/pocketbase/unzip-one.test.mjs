import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unzipOne } from './unzip-one.mjs';

const program = 'pocketbase '.repeat(5000);
const zip = Buffer.from(
	zipSync({
		'LICENSE.md': strToU8('MIT'),
		pocketbase: strToU8(program),
		'stored.txt': [strToU8('as it is'), { level: 0 }]
	})
);

test.each([
	{ name: 'pocketbase', content: program },
	{ name: 'stored.txt', content: 'as it is' },
	{ name: 'LICENSE.md', content: 'MIT' }
])('takes $name out', ({ name, content }) => expect(unzipOne(zip, name).toString()).toBe(content));

test('says so when it is not there, or no archive at all', () => {
	expect(() => unzipOne(zip, 'base')).toThrow('no base in the archive');
	expect(() => unzipOne(Buffer.alloc(100), 'pocketbase')).toThrow('not a zip archive');
});
