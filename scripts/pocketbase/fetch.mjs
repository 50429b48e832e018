import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { Fault } from '../house/fault.mjs';
import { unzipOne } from './unzip-one.mjs';
import { POCKETBASE_VERSION, RELEASE_SHA256 } from './version.mjs';

const WAYS_OUT = `install Go (https://go.dev/dl) and start again, or download PocketBase ${POCKETBASE_VERSION} yourself and set POCKETBASE_BIN to it`;

/**
 * Downloads the official release, for people with no Go; nothing is unpacked before its checksum is the pinned one.
 * @param {string} target
 * @param {(what: string) => void} onProgress
 * @throws {Fault}
 */
export async function fetchPocketBase(target, onProgress) {
	const system = systemName();
	const sha256 = system && RELEASE_SHA256[system];
	if (!sha256)
		throw new Fault(
			'pocketbase_missing',
			`There is no pinned PocketBase for ${process.platform}/${process.arch}: ${WAYS_OUT}.`
		);
	const name = `pocketbase_${POCKETBASE_VERSION}_${system}.zip`;
	onProgress(`Downloading ${name} (once, about 12 MB)`);
	const zip = await download(
		`https://github.com/pocketbase/pocketbase/releases/download/v${POCKETBASE_VERSION}/${name}`
	);
	if (createHash('sha256').update(zip).digest('hex') !== sha256)
		throw new Fault(
			'pocketbase_checksum',
			`${name} is not the file that was pinned, so it was not used: ${WAYS_OUT}.`
		);
	const partial = `${target}.${process.pid}.tmp`;
	try {
		await writeFile(partial, unzipOne(zip, 'pocketbase'), { mode: 0o755 });
		await rename(partial, target);
	} finally {
		await rm(partial, { force: true });
	}
}

function systemName() {
	const os = { linux: 'linux', darwin: 'darwin' }[/** @type {string} */ (process.platform)];
	const cpu = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[/** @type {string} */ (process.arch)];
	return os && cpu ? `${os}_${cpu}` : undefined;
}

/** @param {string} url */
async function download(url) {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(10 * 60_000) });
		if (!response.ok) throw new Error(`HTTP ${response.status}`);
		return Buffer.from(await response.arrayBuffer());
	} catch {
		throw new Fault(
			'pocketbase_missing',
			`PocketBase ${POCKETBASE_VERSION} is not on this machine and could not be downloaded: ${WAYS_OUT}.`
		);
	}
}
