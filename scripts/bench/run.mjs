/**
 * `npm run bench`: every budget of the design with today's figure beside it, as a table and as bench/latest.json.
 * `npm run bench -- sync` runs one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { badges } from './badges.mjs';
import { carry } from './carry.mjs';
import { firstVisit } from './first-visit.mjs';
import { groupPage } from './group-page.mjs';
import { openBench } from './house-for-bench.mjs';
import { importWomen } from './import-women.mjs';
import { laterVisit } from './later-visit.mjs';
import { lessonSize } from './lesson-size.mjs';
import { memory } from './memory.mjs';
import { review } from './review.mjs';
import { stall } from './stall.mjs';
import { syncSpeed } from './sync-speed.mjs';
import { taps } from './taps.mjs';

const benches = { memory, first: firstVisit, later: laterVisit, lesson: lessonSize, taps, review, sync: syncSpeed, group: groupPage, badges, stall, carry, import: importWomen };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
	console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
	process.exit(1);
}

const bench = await openBench();
/** @type {import('./house-for-bench.mjs').Figure[]} */
const figures = [];
try {
	for (const [name, measure] of Object.entries(benches)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		console.error(`measuring ${name} …`);
		figures.push(...(await measure(bench)));
	}
} finally {
	await bench.house.remove();
}

const rows = figures.map((figure) => ({ ...figure, kept: figure.atLeast ? figure.value >= figure.budget : figure.value <= figure.budget }));
for (const { name, value, unit, budget, atLeast, kept } of rows)
	console.log(`${kept ? 'ok    ' : 'MISSED'}  ${name.padEnd(62)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(3)} ${atLeast ? '≥' : '≤'} ${budget}`);
mkdirSync('bench', { recursive: true });
writeFileSync('bench/latest.json', `${JSON.stringify({ at: new Date().toISOString(), figures: rows }, null, '\t')}\n`);
