import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const REST_MS = 10_000;

/** Resident memory of Node and PocketBase together, ten seconds after the last request.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function memory({ house }) {
	await sleep(REST_MS);
	const running = house.running();
	if (!running) throw new Error('The house is not running.');
	const value = (residentBytes(running.pid) + residentBytes(running.pocketbase.pid)) / 1e6;
	return [{ name: 'server at rest, Node and PocketBase', value, unit: 'MB', budget: 200 }];
}

/** @param {number} pid */
function residentBytes(pid) {
	const kB = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kB) * 1024;
}
