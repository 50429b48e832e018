// node scripts/content/from-curriculum.mjs <curriculum.json>: writes content/courses and content/lessons.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTs, root } from './load-ts.mjs';

const [file] = process.argv.slice(2);
if (!file) {
	console.error('Give the file of a curriculum: node scripts/content/from-curriculum.mjs curriculum.json');
	process.exit(1);
}
const { readCurriculum } = await loadTs('src/lib/studio/server/read-curriculum.ts');
const read = readCurriculum(JSON.parse(readFileSync(file, 'utf8')));
if (read.kind === 'faulty') {
	console.error(read.faults.join('\n'));
	process.exit(1);
}
// Files are read back in the order of their names, so the courses' order stands in the name.
writeAll(
	'courses',
	read.value.courses.map((/** @type {{ slug: string }} */ course, /** @type {number} */ i) => [`${i + 1}-${course.slug}`, course])
);
writeAll(
	'lessons',
	read.value.lessons.map((/** @type {{ slug: string }} */ lesson) => [lesson.slug, lesson])
);
console.log(`${read.value.courses.length} courses, ${read.value.lessons.length} lessons`);

/**
 * @param {string} folder
 * @param {[name: string, value: object][]} files
 */
function writeAll(folder, files) {
	const dir = join(root, 'content', folder);
	mkdirSync(dir, { recursive: true });
	const names = new Set(files.map(([name]) => `${name}.json`));
	for (const old of readdirSync(dir)) if (!names.has(old)) rmSync(join(dir, old));
	for (const [name, value] of files)
		writeFileSync(join(dir, `${name}.json`), `${JSON.stringify(value, null, '\t')}\n`);
}
