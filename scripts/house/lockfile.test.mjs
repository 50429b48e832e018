import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './root.mjs';

/** @type {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} */
const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));

test('package-lock.json names the packages of every system: `npm ci` refuses one that leaves some out', () => {
	const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`]
		)
	);
	expect(missing).toEqual([]);
});
