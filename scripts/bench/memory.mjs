import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { catchUp, joinPhone } from './phones.mjs';

const REST_MS = 10_000;

/**
 * Resident memory of Node and PocketBase together, ten seconds after the last request. "At rest" is a server as it
 * stands for months: started on a data folder that has its lessons and its women already (the first start, which
 * imports lessons and makes the example village, leaves a larger heap behind), and visited by a phone and a browser.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function memory({ house, demo, firstLesson }) {
	await house.stop();
	await house.start({ args: ['--demo'] });
	for (const path of ['/', `/lessons/${firstLesson}`, '/sign-in', '/api/catalog']) await (await fetch(house.origin + path)).text();
	await catchUp(house.origin, await joinPhone(house.origin, demo.join[0] ?? ''));
	await sleep(REST_MS);
	const running = house.running();
	if (!running) throw new Error('The house is not running.');
	const [node, pocketbase] = [running.pid, running.pocketbase.pid].map((pid) => residentBytes(pid) / 1e6);
	const value = (node ?? 0) + (pocketbase ?? 0);
	const parts = `Node (${node?.toFixed(0)}) and PocketBase (${pocketbase?.toFixed(0)})`;
	return [{ name: `server at rest, ${parts}`, value, unit: 'MB', budget: 200 }];
}

/** @param {number} pid */
function residentBytes(pid) {
	const kB = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kB) * 1024;
}
