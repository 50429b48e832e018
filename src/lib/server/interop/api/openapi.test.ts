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

test('progress is told of every group and course, without small figures', () => {
	const groups = [
		{ id: 'g', women: 20 },
		{ id: 'small', women: 3 }
	];
	expect(
		progressRows(
			groups,
			[{ slug: 'c' }, { slug: 'd' }],
			[
				['g', 'c', 12, 3],
				['small', 'c', 3, 3]
			]
		)
	).toEqual([
		{ group: 'g', course: 'c', women: 20, begun: 12, completed: null },
		{ group: 'g', course: 'd', women: 20, begun: 0, completed: 0 },
		{ group: 'small', course: 'c', women: null, begun: null, completed: null },
		{ group: 'small', course: 'd', women: null, begun: null, completed: null }
	]);
});
