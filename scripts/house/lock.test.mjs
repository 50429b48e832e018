import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, withLock } from './lock.mjs';
import { processIdentity } from './process-identity.mjs';

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
	file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('is had by one, named to the other, and free again after its release', () => {
	const first = takeLock(file);
	expect(takeLock(file)).toEqual({ heldBy: { pid: process.pid, identity: processIdentity(process.pid) } });
	if ('release' in first) first.release();
	expect(takeLock(file)).toHaveProperty('release');
});

test.each([
	{ left: 'by a process that is gone', text: JSON.stringify({ pid: 2 ** 22 + 1, identity: 'x' }) },
	{
		left: 'by another process of the same number',
		text: JSON.stringify({ pid: process.pid, identity: 'boot:1' })
	},
	{ left: 'half written', text: '{"pi' },
	{ left: 'empty', text: '' }
])('one $left is taken over, and nothing else is left lying about', ({ text }) => {
	writeFileSync(file, text);
	expect(takeLock(file)).toHaveProperty('release');
	expect(readdirSync(folder)).toEqual(['lock']);
});

test('whoever waits gets it when the other is done', async () => {
	/** @type {string[]} */
	const order = [];
	const slow = withLock(file, async () => {
		await new Promise((resolve) => setTimeout(resolve, 50));
		order.push('first');
	});
	const next = withLock(file, () => Promise.resolve(order.push('second')));
	await Promise.all([slow, next]);
	expect(order).toEqual(['first', 'second']);
});

test('a process that does not run has no identity', () =>
	expect(processIdentity(2 ** 22 + 1)).toBeUndefined());
