import { expect, test } from 'vitest';
import type { Progress } from '$lib/domain/progress';
import { catalogOf } from '../../../../tests/fixtures/catalog';
import { lessonAfter } from './lesson-after';

const catalog = catalogOf({ 'dien-thoai': ['a', 'b', 'c'], 'thanh-toan': ['d'] });
const done = (...slugs: string[]): Progress => ({
	courses: {},
	lessons: Object.fromEntries(
		slugs.map((slug) => [slug, { firstAtMs: 1, lastAtMs: 1, heard: [], questions: {}, completedAtMs: 1 }])
	)
});

test.each([
	{ says: 'the next lesson of the course', slug: 'a', progress: done('a'), next: 'b' },
	{ says: 'past what is done already', slug: 'a', progress: done('a', 'b'), next: 'c' },
	{ says: 'back to what was skipped in this course', slug: 'c', progress: done('b', 'c'), next: 'a' },
	{ says: 'on to the next course', slug: 'c', progress: done('a', 'b', 'c'), next: 'd' },
	{ says: 'back to an earlier course after the last one', slug: 'd', progress: done('a', 'd'), next: 'b' },
	{ says: 'nothing when all is done', slug: 'd', progress: done('a', 'b', 'c', 'd'), next: undefined },
	{ says: 'the first open one after a lesson of no course', slug: 'x', progress: done('a'), next: 'b' }
])('after a lesson comes $says', ({ slug, progress, next }) =>
	expect(lessonAfter(catalog, slug, progress)?.lesson.slug).toBe(next)
);
