import { readdirSync, readFileSync } from 'node:fs';
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Part, Practice } from '../src/lib/domain/practice';
import { readContent } from '../src/lib/studio/server/read-content';
import { checkBundle } from '../src/lib/studio/server/check-bundle';
import { Pictures } from '../src/lib/studio/server/pictures';
import { textsOfPractice } from '../src/lib/studio/server/bundle';
import { metaOf } from '../src/lib/practice/engines';
import { LONGEST, pathFrom } from '../src/lib/practice/path';

const read = readContent('content');
if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
const bundle = read.value;
const sources = bundle.practices ?? [];
/** The rules look at no text: the written form plays like the published one. */
const practices = sources as unknown as Practice[];
const parts = practices.flatMap((practice) =>
	practice.parts.map((part, n) => ({ where: `${practice.lesson} ${n + 1} (${part.engine})`, part }))
);
const startOf = (part: Part) => metaOf(part).model.start(part);
const isDone = (part: Part, state: unknown) => metaOf(part).model.hint(part, state) === undefined;

/** Every move that anybody could make in this state, sensible or not. */
function movesOf(part: Part, state: unknown): string[] {
	const known = metaOf(part)
		.choices(part, state)
		.map(({ move }) => move);
	const hint = metaOf(part).model.hint(part, state);
	const odd = [
		'look',
		'yes',
		'no',
		'give',
		'back',
		'up',
		'down',
		'take',
		'type:0912345678',
		'type:1111',
		'note:1000',
		'cost:0',
		'coin:0',
		'part:0',
		'reply:9',
		'bin:nowhere',
		'record',
		'stop',
		'play',
		'keep',
		''
	];
	return [...known, ...(hint ? [hint] : []), ...odd];
}

describe('the practices of the content', () => {
	test('are one for each lesson', () => {
		const named = sources.map(({ lesson, name }) => `${lesson} ${name}`).sort();
		const taught = bundle.courses.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons));
		const lessons = bundle.lessons.filter(({ slug }) => taught.includes(slug));
		expect(named).toEqual(lessons.map(({ slug, practice }) => `${slug} ${practice.name}`).sort());
	});

	test('lead everywhere they say, with pictures that are drawn', () => {
		const pictures = new Pictures('.');
		const given = {
			hasPicture: (one: string) => pictures.has(one),
			hasClip: () => true,
			courseOf: () => undefined
		};
		expect(checkBundle(bundle, given)).toEqual([]);
	});

	test('are said without digits, in both languages, in sentences that the ear keeps', () => {
		for (const source of sources)
			for (const { vi, en } of textsOfPractice(source)) {
				expect(`${vi} ${en}`, source.lesson).not.toMatch(/\d/);
				expect(en, `${source.lesson}: "${vi}"`).toBeTruthy();
				const longest = Math.max(...vi.split(/[.!?]/).map((sentence) => sentence.trim().split(/\s+/).length));
				expect(longest, vi).toBeLessThanOrEqual(20);
			}
	});

	test('use every engine, but for that of tricks of the week (tests/scams.test.ts)', () => {
		const used = new Set<string>([...parts.map(({ part }) => part.engine), 'signs']);
		expect(used.size).toBe(
			readdirSync('src/lib/practice', { withFileTypes: true }).filter((one) => one.isDirectory()).length
		);
	});

	test('name tricks that trainers have words for', () => {
		const words = ['vi', 'en'].map(
			(language) =>
				JSON.parse(readFileSync(`src/lib/i18n/console/practice.${language}.json`, 'utf8')) as object
		);
		const tricks = new Set(JSON.stringify(sources).match(/(?<="trick":")[^"]+/g));
		expect(tricks.size).toBeGreaterThan(30);
		for (const trick of tricks) for (const one of words) expect(one).toHaveProperty([`trick.${trick}`]);
	});
});

describe.each(parts)('$where', ({ part }) => {
	test('is won by following the hints: "show me" reaches the end', () => {
		const { model } = metaOf(part);
		const moves = pathFrom(part, startOf(part));
		expect(moves.length).toBeGreaterThan(0);
		expect(moves.length).toBeLessThan(LONGEST);
		let state = startOf(part);
		for (const move of moves) {
			const outcome = model.step(part, state, move);
			expect(outcome.verdict, move).not.toBe('wrong');
			state = outcome.state;
		}
		expect(isDone(part, state)).toBe(true);
	});

	property.prop([fc.array(fc.nat(), { maxLength: 40 })], { numRuns: 25 })(
		'is never lost: whatever is tapped, the hints still lead to the end',
		(taps) => {
			const { model } = metaOf(part);
			let state = startOf(part);
			for (const tap of taps) {
				if (isDone(part, state)) return;
				const moves = movesOf(part, state);
				const before = JSON.stringify(state);
				const outcome = model.step(part, state, moves[tap % moves.length] ?? '');
				expect(JSON.stringify(state), 'a step changes nothing in place').toBe(before);
				if (outcome.trick) expect(outcome.verdict).toBe('wrong');
				state = outcome.state;
			}
			const rest = pathFrom(part, state);
			expect(rest.length).toBeLessThan(LONGEST);
			for (const move of rest) state = model.step(part, state, move).state;
			expect(isDone(part, state)).toBe(true);
		}
	);
});
