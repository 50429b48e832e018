import type { BlobStore } from './blob-store';
import { eachOf } from './each-of';
import type { Published } from './published';

const MEDIA_NAME = /[0-9a-f]{64}\.(ogg|svg|webp|mp3)/g;

/** Whether every file that is published lies in the blob store: a data folder may have been copied in part. */
export async function isAllThere({ catalog, voices }: Published, blobs: BlobStore): Promise<boolean> {
	const lessons = catalog.courses.flatMap(({ check, modules }) => [
		...(check ? [check] : []),
		...modules.flatMap((module) => module.lessons)
	]);
	const names = new Set<string>();
	try {
		const practices = lessons.flatMap(({ practice }) => practice?.hash ?? []);
		const texts = [...lessons.map(({ hash }) => hash), ...practices, ...Object.values(voices)];
		await eachOf(texts, async (hash) => {
			const text = (await blobs.read(`${hash}.json`)).toString();
			for (const [name] of text.matchAll(MEDIA_NAME)) names.add(name);
		});
		await eachOf(names, async (name) => {
			if (!(await blobs.has(name))) throw new Error(`${name} is missing`);
		});
		return true;
	} catch {
		return false;
	}
}
