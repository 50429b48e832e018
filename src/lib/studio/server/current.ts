import { createHash } from 'node:crypto';
import { achievements } from '$lib/server/repositories/achievements';
import { runningPilots } from '$lib/server/repositories/pilots';
import { readPublished, type Published } from './published';

/** A catalogue that came some other way (a restored backup) is seen this much later at most. */
const KEEP_MS = 5000;

export type Current = {
	published: Published;
	/** What GET /api/catalog answers, and the hash of it. */
	text: string;
	hash: string;
};

const kept: { current: Promise<Current> | undefined; readAtMs: number } = { current: undefined, readAtMs: 0 };

/** What is published now; an empty catalogue before the first import. */
export function currentlyPublished(now = Date.now()): Promise<Current> {
	if (!kept.current || now - kept.readAtMs > KEEP_MS) {
		kept.readAtMs = now;
		const reading = read();
		kept.current = reading;
		reading.catch(() => {
			if (kept.current === reading) kept.current = undefined;
		});
	}
	return kept.current;
}

/** This process has just published: what was kept is old. */
export function publishedHere(): void {
	kept.current = undefined;
}

async function read(): Promise<Current> {
	const published = (await readPublished()) ?? {
		catalog: { format: 1, courses: [] },
		voices: {},
		digest: 'none'
	};
	// What managers define travels with the catalogue, but is no part of what was published.
	const [made, pilots] = await Promise.all([achievements(), runningPilots()]);
	const text = JSON.stringify({
		...published.catalog,
		...(made.length > 0 ? { achievements: made } : {}),
		...(pilots.length > 0 ? { pilots } : {})
	});
	return { published, text, hash: createHash('sha256').update(text).digest('hex') };
}
