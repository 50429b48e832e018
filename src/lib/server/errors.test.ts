import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errors } from './errors';

test('docs/errors.md has a row for each code, with its status', () => {
	const rows = readFileSync('docs/errors.md', 'utf8').matchAll(/^\| (\d{3}) +\| `(\w+)` +\|/gm);
	const documented = [...rows].map(([, status, code]) => `${status} ${code}`);
	const answered = Object.entries(errors).map(([code, [status]]) => `${status} ${code}`);
	// The last two are said by the house itself, before and beside the app (scripts/house/listen.mjs, health.ts).
	expect(documented).toEqual([...answered, '503 starting', '503 pocketbase_down']);
});
