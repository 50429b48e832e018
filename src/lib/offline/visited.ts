import type { Catalog } from '../domain/course';
import type { Lesson } from '../domain/lesson';
import type { Voices } from './rows';

export type Visited =
	| { kind: 'catalog'; catalog: Catalog }
	| { kind: 'voices'; voices: Voices }
	| { kind: 'lesson'; lesson: Lesson; hash: string };

const seen: Visited[] = [];

/** Notes what this page took from the network before the database was there; `keepVisited` keeps it. */
export function visited(what: Visited): void {
	if (globalThis.document !== undefined) seen.push(what);
}

/** What was noted since the last time. */
export function takeVisited(): Visited[] {
	return seen.splice(0);
}
