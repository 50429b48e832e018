import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Kept between runs: a download of 86 MB is made once. */
const HOME = process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? tmpdir(), '.cache');

/**
 * A Python environment of its own with these packages, made when it is not there yet; scripts/testing/prepare.mjs has
 * installed python3-venv. Built beside its place and moved there when it is whole, so that a kill leaves no half one.
 * @param name of the environment; another set of packages needs another name
 * @returns the folder of its programs
 */
export async function venv(name: string, packages: readonly string[]): Promise<string> {
	const folder = join(HOME, 'ban-may', 'venv', name);
	const ready = join(folder, 'ready');
	if (!existsSync(ready)) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(join(folder, '..'), { recursive: true });
		await run('python3', ['-m', 'venv', folder]);
		await run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...packages], {
			timeout: 600_000
		});
		mkdirSync(`${ready}.new`);
		renameSync(`${ready}.new`, ready);
	}
	return join(folder, 'bin');
}
