import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import en from '$lib/i18n/studio/faults.en.json';
import vi from '$lib/i18n/studio/faults.vi.json';
import { curriculumOf } from '../../../../../tests/fixtures/curriculum';
import { readCurriculum } from '../read-curriculum';
import { readSource } from '../read-source';
import { SourcePractice } from '$lib/domain/practice';
import { Fault } from './fault';
import { faultsOf } from './faults-of';

const codes = Object.keys(en) as (keyof typeof en)[];
const paramsOf = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('a fault is said in both languages', () => {
	test.each(codes)('%s', (code) => {
		expect(vi[code], 'in Vietnamese').toBeTruthy();
		expect(paramsOf(vi[code])).toEqual(paramsOf(en[code]));
		if (code !== 'other') expect(vi[code]).not.toBe(en[code]);
	});

	test('and in Vietnamese there is nothing else', () => {
		expect(Object.keys(vi).sort()).toEqual([...codes].sort());
	});

	test('with its place and what was found', () => {
		const fault = new Fault('courses[0].slug', 'takenBy', { slug: 'qr', course: 'tien' }).within('a.json');
		expect(fault.in('en')).toBe('a.json: courses[0].slug: "qr" is a lesson of the course "tien"');
		expect(fault.in('vi')).toBe('a.json: courses[0].slug: "qr" là bài của khóa "tien"');
		expect(new Fault('thePack', 'endsEarly').in('vi')).toBe('gói: chưa đủ: bị ngắt giữa chừng');
	});

	test('and the API answers sentences', () => {
		const faults = [new Fault('theFile', 'empty')];
		expect(JSON.stringify({ faults })).toBe('{"faults":["the file: is empty"]}');
	});
});

/** Whatever the schemas of ours can find has a name of its own: "other" would be English on a Vietnamese page. */
describe('nothing that a schema says is left unnamed', () => {
	const codesIn = (read: ReturnType<typeof readCurriculum>): string[] =>
		read.kind === 'faulty'
			? read.faults.map(({ code, params }) => (code === 'other' ? String(params.message) : code))
			: [];
	const odd: unknown[] = [undefined, null, 7, 1.5, -1, '', 'x'.repeat(700), 'Ấ B', [], [1], {}, true];

	/** The value with one of its parts, however deep, replaced by something odd. */
	function* spoilt(value: unknown, by = odd): Generator<unknown> {
		yield* by;
		if (typeof value !== 'object' || value === null) return;
		for (const key of Object.keys(value))
			for (const inner of spoilt((value as Record<string, unknown>)[key], by)) {
				const copy = structuredClone(value) as Record<string, unknown>;
				copy[key] = inner;
				yield copy;
			}
	}

	test('of a curriculum', () => {
		const found = new Set([...spoilt(curriculumOf())].flatMap((one) => codesIn(readCurriculum(one))));
		expect([...found].filter((code) => !(code in en))).toEqual([]);
		expect(found.size).toBeGreaterThan(8);
	});

	test('of the source form', () => {
		const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object;
		const course = read('content/courses/1-dien-thoai.json') as { modules: object[] };
		const lesson = read('content/lessons/tin-nhan-gia.json') as { cards: object[]; questions: object[] };
		const small = {
			courses: [{ ...course, modules: course.modules.slice(0, 1) }],
			lessons: [{ ...lesson, cards: lesson.cards.slice(0, 1) }]
		};
		const found = new Set([...spoilt(small)].flatMap((one) => codesIn(readSource(one))));
		expect([...found].filter((code) => !(code in en))).toEqual([]);
	});

	test('of practices', () => {
		const folder = 'content/practices';
		const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
		const engines = new Map<string, unknown>();
		for (const name of files) {
			const { parts, ...rest } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
				parts: { engine: string }[];
			};
			for (const part of parts) engines.set(part.engine, { ...rest, parts: [part] });
		}
		const found = new Set<string>();
		for (const practice of engines.values())
			for (const one of spoilt(practice, [undefined, 1.5, -1, 1e12, 'Ấ B', []])) {
				const read = v.safeParse(SourcePractice, one);
				for (const { code, params } of faultsOf(read.issues ?? []))
					found.add(code === 'other' ? String(params.message) : code);
			}
		expect([...found].filter((code) => !(code in en))).toEqual([]);
	});
});
