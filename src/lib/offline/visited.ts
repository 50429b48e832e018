import type { Catalog } from '../domain/course';
import type { Lesson } from '../domain/lesson';
import type { Practice } from '../domain/practice';
import type { Voices } from './rows';

export type Visited =
	| { kind: 'catalog'; catalog: Catalog }
	| { kind: 'voices'; voices: Voices }
	| { kind: 'lesson'; lesson: Lesson; hash: string }
	| { kind: 'practice'; practice: Practice; hash: string };
type Keep = (what: Visited) => void;

/** What this page took from the network before the database was there; afterwards, who keeps it. */
const noted: { seen: Visited[]; keep?: Keep } = { seen: [] };

/** Notes what this page took from the network, to be kept on the phone. */
export function visited(what: Visited): void {
	if (globalThis.document === undefined) return;
	if (noted.keep) noted.keep(what);
	else noted.seen.push(what);
}

/** Gives everything that was noted, and from now on whatever comes, to be kept. */
export function onVisited(keep: Keep): void {
	noted.keep = keep;
	for (const what of noted.seen.splice(0)) keep(what);
}
