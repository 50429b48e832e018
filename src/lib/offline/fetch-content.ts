import type { Catalog } from '../domain/course';
import type { Language } from '../domain/language';
import type { Lesson } from '../domain/lesson';
import type { Practice } from '../domain/practice';
import { sha256 } from './sha256';
import { visited } from './visited';
import type { Voices } from './rows';

export type Fetch = typeof globalThis.fetch;

/** Neither the phone nor the network has it (`not_on_phone`), or the server knows no such lesson. */
export class NotOnPhone extends Error {
	override name = 'NotOnPhone';
	constructor(readonly code: 'not_on_phone' | 'lesson_unknown') {
		super(code);
	}
}

export async function fetchCatalog(fetch: Fetch): Promise<Catalog> {
	const catalog = JSON.parse(await textOf('/api/catalog', fetch)) as Catalog;
	visited({ kind: 'catalog', catalog });
	return catalog;
}

export async function fetchVoices(language: Language, fetch: Fetch): Promise<Voices> {
	const voices = JSON.parse(await textOf(`/api/voices/${language}.json`, fetch)) as Voices;
	visited({ kind: 'voices', voices });
	return voices;
}

/** The lesson of this name as it is published now. Its hash is that of the bytes that came. */
export async function fetchCurrentLesson(
	slug: string,
	fetch: Fetch
): Promise<{ lesson: Lesson; hash: string }> {
	const response = await ask(`/api/lessons/current/${slug}.json`, fetch);
	const text = await response.text();
	const hash = (await sha256(new TextEncoder().encode(text))) ?? response.headers.get('x-lesson-hash') ?? '';
	const lesson = JSON.parse(text) as Lesson;
	visited({ kind: 'lesson', lesson, hash });
	return { lesson, hash };
}

/** The immutable lesson of this hash; bytes that do not have it (a portal's page, a broken proxy) are not it. */
export async function fetchLesson(hash: string, fetch: Fetch): Promise<Lesson> {
	const text = await textOf(`/api/lessons/${hash}.json`, fetch);
	const found = await sha256(new TextEncoder().encode(text));
	if (found !== null && found !== hash) throw new NotOnPhone('not_on_phone');
	return JSON.parse(text) as Lesson;
}

/** The practice of this lesson as it is published now. */
export async function fetchCurrentPractice(
	lesson: string,
	fetch: Fetch
): Promise<{ practice: Practice; hash: string }> {
	const response = await ask(`/api/practices/current/${lesson}.json`, fetch);
	const text = await response.text();
	const hash =
		(await sha256(new TextEncoder().encode(text))) ?? response.headers.get('x-practice-hash') ?? '';
	const practice = JSON.parse(text) as Practice;
	visited({ kind: 'practice', practice, hash });
	return { practice, hash };
}

/** The immutable practice of this hash; other bytes are not it. */
export async function fetchPractice(hash: string, fetch: Fetch): Promise<Practice> {
	const text = await textOf(`/api/practices/${hash}.json`, fetch);
	const found = await sha256(new TextEncoder().encode(text));
	if (found !== null && found !== hash) throw new NotOnPhone('not_on_phone');
	return JSON.parse(text) as Practice;
}

const textOf = async (url: string, fetch: Fetch) => (await ask(url, fetch)).text();

async function ask(url: string, fetch: Fetch): Promise<Response> {
	let response: Response;
	try {
		response = await fetch(url);
	} catch {
		throw new NotOnPhone('not_on_phone');
	}
	if (response.status === 404) throw new NotOnPhone('lesson_unknown');
	const isJson = response.headers.get('content-type')?.includes('json');
	if (!response.ok || !isJson) throw new NotOnPhone('not_on_phone');
	return response;
}
