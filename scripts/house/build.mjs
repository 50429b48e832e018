import { access, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf } from './digest.mjs';
import { Fault } from './fault.mjs';
import { withLock } from './lock.mjs';
import { ROOT } from './root.mjs';
import { runQuietly } from './run-quietly.mjs';
import { step } from './step.mjs';

/** What the built pages are made of. Lessons are not among them: they are imported into the data folder. */
const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

/**
 * Builds the app into build/ when its sources changed since it was built.
 * @param {string} [root]
 * @throws {Fault}
 */
export async function build(root = ROOT) {
	if (await isBuilt(root)) return;
	await withLock(path.join(root, '.build.lock.local'), async () => {
		if (await isBuilt(root)) return;
		await step('Building the pages', async () => {
			const digest = await digestOf(root, SOURCES);
			await rm(stampOf(root), { force: true });
			const vite = path.join(root, 'node_modules/vite/bin/vite.js');
			const { status, said } = await runQuietly(process.execPath, [vite, 'build'], {
				cwd: root,
				env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
			});
			if (status !== 0)
				throw new Fault('build', `The pages could not be built:\n${said.split('\n').slice(-40).join('\n')}`);
			await writeFile(stampOf(root), digest);
		});
	});
}

/** @param {string} root */
const stampOf = (root) => path.join(root, 'build', '.sources.sha256');

/** @param {string} root */
async function isBuilt(root) {
	try {
		await access(path.join(root, 'build', 'handler.js'));
		return (await readFile(stampOf(root), 'utf8')) === (await digestOf(root, SOURCES));
	} catch {
		return false;
	}
}
