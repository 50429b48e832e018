import type { CatalogCourse } from '../../domain/course';
import { lessonsOf } from '../../domain/lessons-of';
import type { Language } from '../../domain/language';
import { db } from '../database';
import { fetchLesson, fetchPractice, fetchVoices, type Fetch } from '../fetch-content';
import { keepLesson, keepPractice, keepVoices } from '../keep-content';
import { mediaHere, openMedia } from '../media/media-cache';
import type { DownloadState } from '../rows';
import { orTrouble, troubleOf } from '../trouble';
import { askToPersist } from './ask-to-persist';
import { countHere, type OnPhone } from './count-here';
import { bundlesOf } from './files-of-course';
import { getFile, type GotFile } from './get-file';
import { inParallel } from './in-parallel';
import { forgetOldVersions, sweepMedia } from './sweep-media';

/** How a download ended. Whatever it was, every file that is here whole stays, and the next call goes on there. */
export type Downloaded =
	| { kind: 'done' }
	| { kind: 'paused' }
	| { kind: 'offline' }
	/** No room left on the phone. */
	| { kind: 'full' }
	/** Some files do not have their hash; the others are here. */
	| { kind: 'damaged' }
	/** This browser keeps no files (no https, private mode). */
	| { kind: 'unavailable' };

type Options = {
	/** Aborting pauses. */
	signal?: AbortSignal;
	onProgress?: (onPhone: OnPhone) => void;
	/** Sentences of the interface that are fetched before all else: they tell what went wrong. */
	saidFirst?: readonly string[];
	fetch?: Fetch;
	now?: () => number;
	pauseMs?: number;
};

/** Between two tries of one file: a weak line drops single requests. */
const PAUSE_MS = 1_500;

/** Puts a course on the phone: each lesson with its clips and pictures, its practices, then the interface's clips of the language. */
export async function downloadCourse(
	course: CatalogCourse,
	language: Language,
	{
		signal = new AbortController().signal,
		onProgress,
		saidFirst = [],
		fetch = globalThis.fetch,
		now = Date.now,
		pauseMs = PAUSE_MS
	}: Options = {}
): Promise<Downloaded> {
	const cache = await openMedia();
	if (!cache) return { kind: 'unavailable' };
	void askToPersist();
	const mark = (state: DownloadState) =>
		orTrouble(() => db.downloads.put({ course: course.slug, language, state, askedAtMs: now() }));
	const marked = await mark('running');
	if (typeof marked === 'object' && 'kind' in marked)
		return { kind: marked.code === 'full' ? 'full' : 'unavailable' };
	const work = { course, language, cache, signal, onProgress, saidFirst, fetch, pauseMs };
	const texts = await getTexts(work);
	const kind = texts === 'kept' ? await getMedia(work) : texts;
	await mark(kind);
	if (kind === 'done') await tidy(course, cache);
	return { kind };
}

type Work = {
	course: CatalogCourse;
	language: Language;
	cache: Cache;
	signal: AbortSignal;
	onProgress: Options['onProgress'];
	saidFirst: readonly string[];
	fetch: Fetch;
	pauseMs: number;
};
type Stop = 'offline' | 'full' | 'paused' | 'damaged';

/** The lessons' texts, and the list of the interface's clips: after them it is known which media are needed. */
async function getTexts({ course, language, signal, fetch }: Work): Promise<'kept' | Stop> {
	const wanted = [...lessonsOf(course), ...(course.check ? [course.check] : [])].map(({ hash }) => hash);
	const known = await db.lessons.bulkGet(wanted);
	const missing = wanted.filter((_, index) => !known[index]);
	let stop: Stop | undefined;
	const attempt = async (work: () => Promise<void>) => {
		await work().catch((error: unknown) => (stop ??= troubleOf(error)?.code === 'full' ? 'full' : 'offline'));
	};
	const goOn = () => !signal.aborted && !stop;
	await inParallel(missing, goOn, (hash) =>
		attempt(async () => keepLesson(await fetchLesson(hash, fetch), hash))
	);
	const practices = lessonsOf(course).flatMap(({ practice }) => practice?.hash ?? []);
	const practicesHere = await db.practices.bulkGet(practices);
	await inParallel(
		practices.filter((_, index) => !practicesHere[index]),
		goOn,
		(hash) => attempt(async () => keepPractice(await fetchPractice(hash, fetch), hash))
	);
	const hasVoices = (await db.voices.get(language)) !== undefined;
	if (goOn() && !hasVoices) await attempt(async () => keepVoices(await fetchVoices(language, fetch)));
	return stop ?? (signal.aborted ? 'paused' : 'kept');
}

async function getMedia(work: Work): Promise<'done' | Stop> {
	const { course, language, cache, signal, onProgress, fetch, pauseMs } = work;
	const bundles = await bundlesOf(course, language);
	const here = await mediaHere(cache);
	const tell = () => onProgress?.(countHere(bundles, here));
	tell();
	const names = new Set([...(await firstClips(work)), ...bundles.flatMap(({ media }) => media ?? [])]);
	const outcomes = new Set<GotFile>();
	const goOn = () => !signal.aborted && !outcomes.has('offline') && !outcomes.has('full');
	await inParallel(
		[...names].filter((name) => !here.has(name)),
		goOn,
		async (name) => {
			const got = await getFile(name, { fetch, cache, signal, pauseMs });
			outcomes.add(got);
			if (got !== 'kept') return;
			here.add(name);
			tell();
		}
	);
	if (signal.aborted) return 'paused';
	return (['full', 'offline', 'damaged'] as const).find((kind) => outcomes.has(kind)) ?? 'done';
}

async function firstClips({ language, saidFirst }: Work): Promise<string[]> {
	const clips = (await db.voices.get(language))?.clips;
	return saidFirst.flatMap((text) => clips?.[text]?.clip ?? []);
}

/** The new version is whole: what only the old one needed goes. */
async function tidy(course: CatalogCourse, cache: Cache): Promise<void> {
	if (await forgetOldVersions(course)) await sweepMedia(cache);
}
