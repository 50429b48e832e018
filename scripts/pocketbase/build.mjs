import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { versionOf } from './version-of.mjs';
import { POCKETBASE_VERSION } from './version.mjs';

const execute = promisify(execFile);
const MODULE = 'github.com/pocketbase/pocketbase';
/** A slow machine on a slow line; a build that takes longer hangs. */
const BUILD_TIMEOUT_MS = 20 * 60_000;

/**
 * Builds PocketBase with Go: examples/base is the program of the official release. Two builders at once do no
 * harm: each builds in a folder of its own and moves a finished file into place.
 * @param {string} target
 * @param {(what: string) => void} onProgress
 * @returns {Promise<boolean>} false when there is no Go here, or it could not build
 */
export async function buildPocketBase(target, onProgress) {
	if (!(await hasGo())) return false;
	onProgress(`Building PocketBase ${POCKETBASE_VERSION} with Go (once, about a minute)`);
	const folder = await mkdtemp(path.join(path.dirname(target), 'build-'));
	try {
		await execute('go', installCommand(), {
			timeout: BUILD_TIMEOUT_MS,
			maxBuffer: 64 << 20,
			// The release's program is pure Go; with cgo it would need a C compiler and bind to this machine's libc.
			env: { ...process.env, GOBIN: folder, GOFLAGS: '', CGO_ENABLED: '0' }
		});
		const built = path.join(folder, process.platform === 'win32' ? 'base.exe' : 'base');
		if ((await versionOf(built)) !== POCKETBASE_VERSION) return false;
		await rename(built, target);
		return true;
	} catch (error) {
		onProgress(`Go could not build it (${firstLine(error)}); trying the official release`);
		return false;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function installCommand() {
	const flags = `-s -w -X ${MODULE}.Version=${POCKETBASE_VERSION}`;
	return ['install', '-trimpath', '-ldflags', flags, `${MODULE}/examples/base@v${POCKETBASE_VERSION}`];
}

async function hasGo() {
	try {
		await execute('go', ['version'], { timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}

/** @param {unknown} error */
function firstLine(error) {
	const text = /** @type {{ stderr?: string, message?: string }} */ (error);
	const lines = (text.stderr || text.message || 'unknown trouble').trim().split('\n');
	return lines.find((line) => !line.startsWith('go: downloading')) ?? lines[0];
}
