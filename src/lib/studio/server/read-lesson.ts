import type { Lesson } from '$lib/domain/lesson';
import { readBlob } from './blobs';

/** A published lesson, of now or before, or undefined. What lies in the blob store was checked on its way in. */
export async function readLesson(hash: string): Promise<Lesson | undefined> {
	const bytes = /^[0-9a-f]{64}$/.test(hash) ? await readBlob(`${hash}.json`) : undefined;
	if (!bytes) return undefined;
	const read = JSON.parse(bytes.toString()) as Partial<Lesson>;
	return read.cards && read.questions ? (read as Lesson) : undefined;
}

/** Those of them that are there, by hash. */
export async function readLessons(hashes: string[]): Promise<Map<string, Lesson>> {
	const found = await Promise.all(hashes.map(async (hash) => [hash, await readLesson(hash)] as const));
	return new Map(found.flatMap(([hash, lesson]) => (lesson ? [[hash, lesson]] : [])));
}
