import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Practice, SourcePractice } from '$lib/domain/practice';
import { curriculumOf } from '../../../../tests/fixtures/curriculum';
import type { Bundle } from './bundle';
import { checkBundle } from './check-bundle';
import { importContent, type ImportDeps } from './import-content';
import type { Clip } from './narrate/narrate';
import type { Published } from './published';
import { readCurriculum } from './read-curriculum';
import { readPractices } from './read-practices';

const text = (vi: string) => ({ vi, en: vi });
const place = (id: string) => ({ id, text: text(id), picture: id });
const written = {
	lesson: 'buttons',
	name: 'phone-basics',
	picture: 'a phone',
	done: text('Giỏi quá'),
	parts: [
		{
			engine: 'sort',
			say: text('Chọn nhé'),
			look: 'card',
			bins: [place('good'), place('bad')],
			items: [
				{ text: text('Mưa'), picture: 'rain', to: 'bad', why: text('Ướt máy') },
				{ text: text('Túi'), picture: 'bag', to: 'good', why: text('Khô máy') }
			]
		}
	]
};

function bundleWith(...practices: unknown[]): Bundle {
	const read = readCurriculum(curriculumOf());
	if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
	const files = practices.map((value, n) => ({ place: `content/practices/${n}.json`, value }));
	const checked = readPractices(read.value, files);
	if (checked.kind === 'faulty') throw new Error(checked.faults.join('\n'));
	return checked.value;
}

class Shelf {
	published: Published | undefined;
	readonly files = new Map<string, Uint8Array>();
	mute = new Set<string>();
	deps: ImportDeps = {
		blobs: {
			put: async (bytes, extension) => {
				const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
				this.files.set(name, bytes);
				return name;
			}
		},
		pictures: { has: () => true, draw: (name) => `<svg>${name}</svg>` },
		clips: {
			find: (language, words): Clip | undefined => {
				if (this.mute.has(words)) return undefined;
				const hash = createHash('sha256').update(`${language}: ${words}`).digest('hex');
				return { clip: `${hash}.ogg`, ms: 1000, bytes: 1000, voice: 'synthetic', speaker: 'test' };
			},
			read: async (language, words) => Buffer.from(`${language}: ${words}`)
		},
		readPublished: async () => this.published,
		publish: async (published) => void (this.published = published)
	};
	get listed() {
		return this.published?.catalog.courses[0]?.modules[0]?.lessons.map(({ practice }) => practice);
	}
}

describe('a practice', () => {
	test('is published as a file of its own, with every clip and picture it names, beside its lesson', async () => {
		const shelf = new Shelf();
		await importContent(bundleWith(written), shelf.deps);
		const [listed, none] = shelf.listed ?? [];
		expect(none).toBeUndefined();
		expect(listed).toMatchObject({ name: 'phone-basics' });
		const bytes = String(shelf.files.get(`${listed?.hash}.json`));
		const practice = v.parse(Practice, JSON.parse(bytes));
		expect(practice).toMatchObject({ lesson: 'buttons', course: 'phone' });
		const media = bytes.match(/[0-9a-f]{64}\.(ogg|svg)/g) ?? [];
		expect(media.length).toBeGreaterThan(10);
		for (const name of media) expect(shelf.files.has(name), name).toBe(true);
		// Eight texts of a kilobyte each, and some for the rest.
		expect(listed?.sizes.vi?.bytes).toBeGreaterThan(8_000);
	});

	test('that cannot be said whole is left out, and its lesson is there all the same', async () => {
		const shelf = new Shelf();
		shelf.mute.add('Ướt máy');
		expect(await importContent(bundleWith(written), shelf.deps)).toMatchObject({ kind: 'done', imported: 2 });
		expect(shelf.listed).toEqual([undefined, undefined]);
	});

	test('stays when its course comes again without practices', async () => {
		const shelf = new Shelf();
		await importContent(bundleWith(written), shelf.deps);
		const [before] = shelf.listed ?? [];
		const read = readCurriculum(curriculumOf());
		if (read.kind === 'faulty') throw new Error();
		await importContent(read.value, shelf.deps);
		expect(shelf.listed?.[0]).toEqual(before);
	});
});

describe('a faulty practice is named with its place', () => {
	const faultsOf = (value: unknown) => {
		const read = readCurriculum(curriculumOf());
		if (read.kind === 'faulty') throw new Error();
		const checked = readPractices(read.value, [{ place: 'content/practices/a.json', value }]);
		if (checked.kind === 'faulty') return checked.faults;
		return checkBundle(checked.value, {
			hasPicture: (name) => name !== 'nothing',
			hasClip: () => true,
			courseOf: () => undefined
		});
	};
	const [part] = written.parts;
	test.each([
		{ says: 'an unknown lesson', value: { ...written, lesson: 'gone' }, fault: /the lesson "gone" names/ },
		{ says: "another practice's name", value: { ...written, name: 'dialer' }, fault: /names the practice/ },
		{ says: 'no parts', value: { ...written, parts: [] }, fault: /a\.json: parts: is too short/ },
		{
			says: 'an unknown engine',
			value: { ...written, parts: [{ engine: 'war' }] },
			fault: /parts\[0\]\.engine/
		},
		{
			says: 'no picture of that name',
			value: { ...written, picture: 'nothing' },
			fault: /no picture "nothing"/
		},
		{
			says: 'a bin that is not there',
			value: { ...written, parts: [{ ...part, bins: [place('good'), place('worse')] }] },
			fault: /parts\[0\]: there is no place "bad"/
		},
		{
			says: 'a talk that never ends',
			value: {
				...written,
				parts: [
					{
						engine: 'talk',
						say: text('Nói'),
						look: 'call',
						who: { text: text('Ai'), picture: 'a' },
						turns: [{ id: 'a', say: text('Alô'), replies: [{ text: text('Dạ'), picture: 'a', to: 'a' }] }]
					}
				]
			},
			fault: /"a" never ends/
		},
		{ says: 'nothing at all', value: null, fault: /a\.json/ }
	])('$says', ({ value, fault }) => {
		expect(faultsOf(value).join('\n')).toMatch(fault);
	});

	test('the good one has none', () => {
		expect(v.is(SourcePractice, written)).toBe(true);
		expect(faultsOf(written)).toEqual([]);
	});
});
