import { db } from './database';

/** Slugs of the lessons whose practice she has done to its end, on this phone or on another of hers. */
export async function practicesDone(profile: string): Promise<Set<string>> {
	const events = await db.events.where({ profile, kind: 'practice.completed' }).toArray();
	return new Set(events.flatMap((event) => (event.kind === 'practice.completed' ? event.data.lesson : [])));
}
