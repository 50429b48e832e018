import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { withLock } from './lock.mjs';
import { missingPackages } from './missing-packages.mjs';
import { ROOT } from './root.mjs';
import { runQuietly } from './run-quietly.mjs';
import { step } from './step.mjs';

/**
 * Installs the packages of package-lock.json when they are not there. npm writes node_modules/.package-lock.json
 * last, so an installation that was broken off is not taken for a whole one.
 * @param {string} [root]
 * @throws {Fault}
 */
export async function install(root = ROOT) {
	if (await isInstalled(root)) return;
	// Two starters at once: the second waits, and then finds everything there.
	await withLock(path.join(root, '.install.lock.local'), async () => {
		if (await isInstalled(root)) return;
		await step('Installing packages (npm ci)', async () => {
			const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
			const { status, said } = await runQuietly(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
				cwd: root
			});
			if (status === 0) return;
			throw new Fault(
				'install',
				`npm could not install the packages: check the connection and start again.\n${firstErrors(said)}`
			);
		});
	});
}

/** npm says what is wrong first, and then everything it knows. @param {string} said */
function firstErrors(said) {
	const errors = said.split('\n').filter((line) => /^npm (error|ERR!) ./.test(line));
	return errors.slice(0, 6).join('\n') || said.slice(-1000);
}

/** @param {string} root */
async function isInstalled(root) {
	const modules = path.join(root, 'node_modules');
	// A link leads to another house's packages; that house looks after them.
	if (
		await lstat(modules).then(
			(found) => found.isSymbolicLink(),
			() => false
		)
	)
		return true;
	const [wanted, here] = await Promise.all([
		readJson(path.join(root, 'package-lock.json')),
		readJson(path.join(modules, '.package-lock.json'))
	]);
	return wanted !== undefined && here !== undefined && missingPackages(wanted, here).length === 0;
}

/** @param {string} file */
async function readJson(file) {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}
}
