import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Catalog } from '$lib/domain/course';
import { Lesson } from '$lib/domain/lesson';
import { curriculumOf } from '../../../../tests/fixtures/curriculum';
import { importContent, type ImportDeps } from './import-content';
import type { Clip } from './narrate/narrate';
import type { Published } from './published';
import { readCurriculum } from './read-curriculum';

/** A server in memory: what it was asked to do, in order. */
class Shelf {
	published: Published | undefined;
	readonly files = new Map<string, Uint8Array>();
	readonly done: string[] = [];
	mute = new Set<string>();
	failing = '';

	deps(more: Partial<ImportDeps> = {}): ImportDeps {
		const clipBytes = (language: string, text: string) => Buffer.from(`${language}: ${text}`);
		return {
			blobs: {
				put: async (bytes, extension) => {
					if (extension === this.failing) throw new Error('the disk is full');
					const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
					this.files.set(name, bytes);
					this.done.push(`wrote ${extension}`);
					return name;
				}
			},
			pictures: { has: (name) => name !== 'nothing', draw: (name) => `<svg>${name}</svg>` },
			clips: {
				find: (language, text): Clip | undefined => {
					if (this.mute.has(`${language} ${text}`)) return undefined;
					const hash = createHash('sha256').update(clipBytes(language, text)).digest('hex');
					return { clip: `${hash}.ogg`, ms: 1000, bytes: 1000, voice: 'synthetic', speaker: 'test' };
				},
				read: async (language, text) => clipBytes(language, text)
			},
			readPublished: async () => this.published,
			publish: async (published) => {
				this.published = published;
				this.done.push('published');
			},
			...more
		};
	}

	import(curriculum: unknown, more?: Partial<ImportDeps>) {
		const read = readCurriculum(curriculum);
		if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
		return importContent(read.value, this.deps(more));
	}

	lesson(slug: string): Lesson {
		const listed = this.published?.catalog.courses
			.flatMap((course) => course.modules.flatMap(({ lessons }) => lessons))
			.find((lesson) => lesson.slug === slug);
		return JSON.parse(String(this.files.get(`${listed?.hash}.json`))) as Lesson;
	}
}

/** As the API answers it: faults are sentences. */
const shownOf = (result: object) => JSON.parse(JSON.stringify(result)) as unknown;

describe('an import', () => {
	test('publishes a catalogue and lessons of the domain, last of all', async () => {
		const shelf = new Shelf();
		expect(await shelf.import(curriculumOf())).toEqual({ kind: 'done', imported: 2, unchanged: 0 });
		expect(shelf.done.at(-1)).toBe('published');
		expect(v.safeParse(Catalog, shelf.published?.catalog).issues).toBeUndefined();
		const lesson = shelf.lesson('buttons');
		expect(v.safeParse(Lesson, lesson).issues).toBeUndefined();
		expect(lesson).toMatchObject({ course: 'phone', practice: { name: 'phone-basics' } });
		const [listed] = shelf.published?.catalog.courses[0]?.modules[0]?.lessons ?? [];
		expect(listed).toMatchObject({ cards: [1, 2], questions: [1, 2, 3], picture: lesson.cards[0]?.picture });
		// Title, objective, 2 cards, 3 times ask and why, 6 parts: each of a second.
		expect(listed?.sizes.vi?.seconds).toBe(16);
		for (const name of JSON.stringify(lesson).match(/[0-9a-f]{64}\.(ogg|svg)/g) ?? [])
			expect(shelf.files.has(name)).toBe(true);
	});

	test('of the same again changes nothing and publishes nothing', async () => {
		const shelf = new Shelf();
		await shelf.import(curriculumOf());
		shelf.done.length = 0;
		expect(await shelf.import(curriculumOf())).toEqual({ kind: 'done', imported: 0, unchanged: 2 });
		expect(shelf.done).not.toContain('published');
	});

	test('of one changed sentence changes one lesson', async () => {
		const shelf = new Shelf();
		await shelf.import(curriculumOf());
		const changed = curriculumOf();
		changed.courses[0].modules[0].lessons[1].cards[0].say_vi = 'Chào các chị.';
		expect(await shelf.import(changed)).toMatchObject({ imported: 1, unchanged: 1 });
		expect(shelf.lesson('calling').cards[0]?.say.vi.text).toBe('Chào các chị.');
	});

	test('carries the question to talk about, in bytes but not in the time of a woman alone', async () => {
		const [shelf, plain] = [new Shelf(), new Shelf()];
		const curriculum = curriculumOf();
		Object.assign(curriculum.courses[0].modules[0].lessons[0], {
			discuss_vi: 'Hỏi nhau?',
			discuss_en: 'Well?'
		});
		await plain.import(curriculumOf());
		expect(await shelf.import(curriculum)).toMatchObject({ imported: 2 });
		expect(shelf.lesson('buttons').discuss).toMatchObject({
			vi: { text: 'Hỏi nhau?' },
			en: { text: 'Well?' }
		});
		expect(shelf.lesson('calling')).not.toHaveProperty('discuss');
		const sizeOf = ({ published }: Shelf) => published!.catalog.courses[0]!.modules[0]!.lessons[0]!.sizes.vi!;
		expect(sizeOf(shelf).seconds).toBe(sizeOf(plain).seconds);
		expect(sizeOf(shelf).bytes).toBeGreaterThanOrEqual(sizeOf(plain).bytes + 1000);
	});

	test.each([
		{ who: 'the program, leaves a mute one out', bundled: true },
		{ who: 'a manager, is refused with it', bundled: false }
	])('from $who', async ({ bundled }) => {
		const shelf = new Shelf();
		shelf.mute.add('vi Hỏi nhau?');
		const curriculum = curriculumOf();
		Object.assign(curriculum.courses[0].modules[0].lessons[0], { discuss_vi: 'Hỏi nhau?' });
		const more = bundled ? { bundled: { digest: 'd', interfaceTexts: {} } } : {};
		const result = await shelf.import(curriculum, more);
		if (bundled) expect([result.kind, shelf.lesson('buttons').discuss]).toEqual(['done', undefined]);
		else
			expect(shownOf(result)).toMatchObject({
				faults: ['courses[0].modules[0].lessons[0].discuss_vi: there is no clip that says "Hỏi nhau?"']
			});
	});

	test('of a second curriculum stands behind the first', async () => {
		const shelf = new Shelf();
		await shelf.import(curriculumOf());
		await shelf.import(curriculumOf({ course: 'money', lessons: ['coins', 'notes'] }));
		expect(shelf.published?.catalog.courses.map(({ slug }) => slug)).toEqual(['phone', 'money']);
		await shelf.import(curriculumOf());
		expect(shelf.published?.catalog.courses.map(({ slug }) => slug)).toEqual(['phone', 'money']);
	});

	test('may not take a lesson away from another course', async () => {
		const shelf = new Shelf();
		await shelf.import(curriculumOf());
		const result = await shelf.import(curriculumOf({ course: 'money', lessons: ['coins', 'calling'] }));
		expect(shownOf(result)).toEqual({
			kind: 'faulty',
			faults: ['courses[0].modules[0].lessons[1].slug: "calling" is a lesson of the course "phone"']
		});
	});

	test('leaves out an English text without a clip, and refuses a Vietnamese one', async () => {
		const shelf = new Shelf();
		shelf.mute.add('en Hello.');
		await shelf.import(curriculumOf());
		expect(Object.keys(shelf.lesson('buttons').cards[0]?.say ?? {})).toEqual(['vi']);
		expect(Object.keys(shelf.lesson('buttons').cards[1]?.say ?? {})).toEqual(['en', 'vi']);
		shelf.mute.add('vi Chào chị.');
		const before = shelf.published;
		shelf.done.length = 0;
		expect(await shelf.import(curriculumOf())).toMatchObject({ kind: 'faulty' });
		expect(shelf.published).toBe(before);
		expect(shelf.done).toEqual([]);
	});

	test.each(['svg', 'ogg', 'json'])(
		'that cannot write %s publishes nothing, and the next one works',
		async (kind) => {
			const shelf = new Shelf();
			shelf.failing = kind;
			await expect(shelf.import(curriculumOf())).rejects.toThrow('the disk is full');
			expect(shelf.published).toBeUndefined();
			shelf.failing = '';
			expect(await shelf.import(curriculumOf())).toMatchObject({ imported: 2 });
		}
	);

	test('of a clip that is not the one its index names is refused', async () => {
		const shelf = new Shelf();
		const { clips } = shelf.deps();
		const spoiled = { ...clips, read: async () => Buffer.from('something else') };
		await expect(shelf.import(curriculumOf(), { clips: spoiled })).rejects.toThrow('damaged');
		expect(shelf.published).toBeUndefined();
	});

	test('of two at the same time leaves both', async () => {
		const shelf = new Shelf();
		await Promise.all([
			shelf.import(curriculumOf()),
			shelf.import(curriculumOf({ course: 'money', lessons: ['coins', 'notes'] }))
		]);
		expect(shelf.published?.catalog.courses).toHaveLength(2);
	});

	test('of the bundled content brings the interface its voices, and a later one keeps them', async () => {
		const shelf = new Shelf();
		const bundled = { digest: 'abc', interfaceTexts: { vi: ['Nghe', 'một'], en: ['Listen'] } };
		shelf.mute.add('vi một');
		await shelf.import(curriculumOf(), { bundled });
		const { voices } = shelf.published as Published;
		const file = JSON.parse(String(shelf.files.get(`${voices.vi}.json`))) as { clips: object };
		expect(Object.keys(file.clips)).toEqual(['Nghe']);
		await shelf.import(curriculumOf({ course: 'money', lessons: ['coins', 'notes'] }));
		expect(shelf.published).toMatchObject({ voices, digest: 'abc' });
	});
});
