import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endpoints } from './endpoints';
import { openApi } from './openapi';
import { progressRows } from './read-progress';

test('every route of the API is documented, and every documented one is there', () => {
	const folders = readdirSync('src/routes/api/v1').filter((name) => name !== 'openapi.json');
	const paths = folders.map((name) => `/api/v1/${name}`).sort();
	const documented = Object.keys(openApi('https://x').paths as object).sort();
	expect(documented).toEqual(paths);
	expect(Object.entries(endpoints).map(([name, { path }]) => path === `/api/v1/${name}`)).not.toContain(
		false
	);
});

test('a course is begun with one lesson and completed with all', () => {
	const course = { slug: 'c', modules: [{ lessons: [{ slug: 'one' }, { slug: 'two' }] }] };
	const lessons = Array.from({ length: 12 }, (_, n) => [
		['g', `w${n}`, 'one', 1],
		...(n < 6 ? [['g', `w${n}`, 'two', n < 5 ? 1 : 0]] : [])
	]).flat();
	const groups = [
		{ id: 'g', women: 20 },
		{ id: 'small', women: 3 }
	];
	expect(progressRows(groups, [course] as never, lessons as never)).toEqual([
		{ group: 'g', course: 'c', women: 20, begun: 12, completed: 5 },
		{ group: 'small', course: 'c', women: null, begun: null, completed: null }
	]);
});
