import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { House } from '../testing/house.mjs';

/** @typedef {{name: string, value: number, unit: string, budget: number, atLeast?: boolean}} Figure */
/** @typedef {Awaited<ReturnType<typeof openBench>>} Bench */
/** @typedef {{manager: {email: string, password: string}, trainers: {email: string, password: string}[], join: string[], badges: string[], stalls: string[]}} Demo */

/** A running house with the real lessons and the example village. */
export async function openBench() {
	const house = await new House().start({ args: ['--demo'] });
	/** @type {import('../../src/lib/domain/course').Catalog} */
	const catalog = await (await fetch(`${house.origin}/api/catalog`)).json();
	const firstLesson = catalog.courses[0]?.modules[0]?.lessons[0]?.slug;
	if (!firstLesson) throw new Error('The catalogue is empty.');
	/** @type {Demo} */
	const demo = JSON.parse(readFileSync(join(house.dataDir, 'demo.json'), 'utf8'));
	return { house, catalog, firstLesson, demo };
}
