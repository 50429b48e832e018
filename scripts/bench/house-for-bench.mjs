import { House } from '../testing/house.mjs';

/** @typedef {{name: string, value: number, unit: string, budget: number, atLeast?: boolean}} Figure */
/** @typedef {Awaited<ReturnType<typeof openBench>>} Bench */

/** A running house with the real lessons, and the first lesson's name. */
export async function openBench() {
	const house = await new House().start();
	/** @type {import('../../src/lib/domain/course').Catalog} */
	const catalog = await (await fetch(`${house.origin}/api/catalog`)).json();
	const firstLesson = catalog.courses[0]?.modules[0]?.lessons[0]?.slug;
	if (!firstLesson) throw new Error('The catalogue is empty.');
	return { house, catalog, firstLesson };
}
