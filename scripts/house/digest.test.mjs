import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestOf } from './digest.mjs';
import { missingPackages } from './missing-packages.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'digest-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('follows names and bytes, not dates', async () => {
	mkdirSync(path.join(folder, 'src/deep'), { recursive: true });
	const file = path.join(folder, 'src/deep/a.ts');
	writeFileSync(file, 'one');
	const digest = () => digestOf(folder, ['src', 'not-there.js']);
	const first = await digest();
	utimesSync(file, 1, 1);
	expect(await digest()).toBe(first);
	writeFileSync(file, 'two');
	expect(await digest()).not.toBe(first);
	writeFileSync(file, 'one');
	writeFileSync(path.join(folder, 'src/b.ts'), '');
	expect(await digest()).not.toBe(first);
});

test('packages: what is absent or of another version is missing; what is for other systems is not', () => {
	const wanted = {
		packages: {
			'': {},
			'node_modules/vite': { version: '8.3.8' },
			'node_modules/svelte': { version: '5.57.3' },
			'node_modules/pino': { version: '10.4.0' },
			'node_modules/fsevents': { version: '2.3.3', optional: true }
		}
	};
	const here = {
		packages: { 'node_modules/vite': { version: '8.3.8' }, 'node_modules/svelte': { version: '5.57.2' } }
	};
	expect(missingPackages(wanted, here)).toEqual(['node_modules/svelte', 'node_modules/pino']);
});
