import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Lesson } from '$lib/domain/lesson';
import type { SpokenByLanguage } from '$lib/domain/media';
import { blobs } from '../blobs';
import { ClipShelf } from '../clip-shelf';
import { peakOf } from '../narrate/level';
import { loudnessOf } from '../narrate/loudness';
import { ProgramMissing, runProgram } from '../narrate/run-program';
import { soundOfCourse, soundOfLesson } from './sound-of';
import { spokenOrder } from './spoken-order';

const dataDir = mkdtempSync(join(tmpdir(), 'ban-may-sound-'));
const shelf = new ClipShelf('content/clips');
const source = JSON.parse(readFileSync('content/lessons/tin-nhan-gia.json', 'utf8')) as {
	title: { vi: string };
	cards: { say: { vi: string } }[];
};
let lesson: Lesson;

async function say(text: string): Promise<SpokenByLanguage> {
	const clip = shelf.find('vi', text);
	if (!clip) throw new Error(text);
	await blobs().put(await shelf.read('vi', text), 'ogg');
	return { vi: { text, clip: clip.clip, ms: clip.ms, bytes: clip.bytes, voice: clip.voice } };
}

beforeAll(async () => {
	process.env.DATA_DIR = dataDir;
	const title = await say(source.title.vi);
	const cards = await Promise.all(
		source.cards.map(async ({ say: text }, i) => ({ id: i + 1, say: await say(text.vi), picture: '' }))
	);
	lesson = { title, objective: title, cards, questions: [] } as unknown as Lesson;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function heard(file: Buffer, rate = 24_000) {
	const pcm = await runProgram(
		'ffmpeg',
		['-v', 'error', '-i', 'pipe:0', '-f', 's16le', '-ar', String(rate), '-ac', '1', 'pipe:1'],
		file
	);
	const samples = Float32Array.from({ length: pcm.length >> 1 }, (_, i) => pcm.readInt16LE(2 * i) / 32768);
	return { ms: (samples.length * 1000) / rate, lufs: loudnessOf(samples, rate), peak: peakOf(samples) };
}
/** The highest sample of a stretch of a file. */
async function loudAt(file: Buffer, fromMs: number, forMs: number, rate = 24_000): Promise<number> {
	const from = ['-ss', String(fromMs / 1000), '-t', String(forMs / 1000)];
	const args = [
		'-v',
		'error',
		'-i',
		'pipe:0',
		...from,
		'-f',
		's16le',
		'-ar',
		String(rate),
		'-ac',
		'1',
		'pipe:1'
	];
	const pcm = await runProgram('ffmpeg', args, file);
	return peakOf(Float32Array.from({ length: pcm.length >> 1 }, (_, i) => pcm.readInt16LE(2 * i) / 32768));
}
const expectedMs = () => {
	const msOfClip = new Map(
		[lesson.title, ...lesson.cards.map((card) => card.say)].map(({ vi: { clip, ms } }) => [clip, ms])
	);
	return spokenOrder(lesson, 'vi').reduce(
		(sum, piece) => sum + piece.thenMs + ('clip' in piece ? (msOfClip.get(piece.clip) ?? NaN) : 600),
		0
	);
};

describe.each([{ form: 'mp3' }, { form: 'opus' }] as const)(
	'a lesson for the loudspeaker as $form',
	({ form }) => {
		test('sounds as long as its clips, marks and pauses, as loud as they, and is not clipped', async () => {
			const { bytes, chapters } = await soundOfLesson(lesson, 'vi', form);
			const { ms, lufs, peak } = await heard(bytes);
			// Each clip may be a frame longer than its file says.
			expect(Math.abs(ms - expectedMs())).toBeLessThan(100 + 25 * lesson.cards.length);
			expect(lufs).toBeGreaterThan(-20);
			expect(lufs).toBeLessThan(-15);
			expect(peak).toBeLessThan(0.999);
			expect(Math.abs((chapters.at(-1)?.endMs ?? 0) - ms)).toBeLessThan(100);
		});

		test('is the same file when it is made again, and another in another order', async () => {
			const [one, again] = [await soundOfLesson(lesson, 'vi', form), await soundOfLesson(lesson, 'vi', form)];
			expect(again.hash).toBe(one.hash);
			const turned = { ...lesson, cards: [...lesson.cards].reverse() };
			expect((await soundOfLesson(turned, 'vi', form)).hash).not.toBe(one.hash);
		});

		test('without ffmpeg says that it is missing, and leaves no half file', async () => {
			vi.stubEnv('PATH', '/nowhere');
			const other = { ...lesson, cards: lesson.cards.slice(0, 1) };
			await expect(soundOfLesson(other, 'vi', form)).rejects.toBeInstanceOf(ProgramMissing);
			vi.unstubAllEnvs();
			expect((await soundOfLesson(other, 'vi', form)).bytes.length).toBeGreaterThan(7000);
		});

		test('of a whole course has a chapter for itself, each module and each lesson, and players find them', async () => {
			const listed = { hash: 'a', slug: 'a' };
			const module = { slug: 'm', title: lesson.title, lessons: [listed, listed] };
			const course = { slug: 'c', title: lesson.title, modules: [module] } as never;
			const lessons = new Map([['a', lesson]]);
			const { bytes, chapters } = await soundOfCourse(course, [module] as never, lessons, 'vi', form);
			expect(chapters).toHaveLength(4);
			const shown = await runProgram(
				'ffprobe',
				['-v', 'error', '-show_chapters', '-show_format', '-of', 'json', 'pipe:0'],
				bytes
			);
			const probed = JSON.parse(shown.toString()) as {
				chapters: { start_time: string; tags: { title: string } }[];
			};
			expect(probed.chapters.map(({ tags }) => tags.title)).toEqual(chapters.map(({ title }) => title));
			for (const [i, { start_time: start }] of probed.chapters.entries())
				expect(Math.abs(Number(start) * 1000 - (chapters[i]?.startMs ?? NaN))).toBeLessThan(10);
			const { ms } = await heard(bytes);
			expect(Math.abs(ms - (chapters.at(-1)?.endMs ?? 0))).toBeLessThan(100);
		});

		test('begins each chapter in silence and goes on in sound: no mark is late, none is early', async () => {
			const listed = { hash: 'a', slug: 'a' };
			const module = { slug: 'm', title: lesson.title, lessons: [listed, listed] };
			const course = { slug: 'c', title: lesson.title, modules: [module] } as never;
			const lessons = new Map([['a', lesson]]);
			const { bytes, chapters } = await soundOfCourse(course, [module] as never, lessons, 'vi', form);
			for (const { startMs } of chapters.slice(1)) {
				expect(await loudAt(bytes, startMs - 200, 150), 'before the mark').toBeLessThan(0.01);
				expect(await loudAt(bytes, startMs + 100, 150), 'after the mark').toBeGreaterThan(0.05);
			}
		});
	}
);

test('Opus takes less than half the bytes of MP3', async () => {
	const [opus, mp3] = [await soundOfLesson(lesson, 'vi', 'opus'), await soundOfLesson(lesson, 'vi', 'mp3')];
	expect(opus.bytes.length).toBeLessThan(mp3.bytes.length / 2);
});
