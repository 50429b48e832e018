import type { Catalog } from '$lib/domain/course';
import { pocketbase } from '../pocketbase';
import { achievements } from './achievements';

/** How long a newly published lesson may be unknown to the badge rule. */
const KEEP_MS = 30_000;

const kept: { catalog: Promise<Catalog> | null; readAtMs: number } = { catalog: null, readAtMs: 0 };

/** The newest published catalogue, at most half a minute old: every sync asks for it. */
export function currentCatalog(now = Date.now()): Promise<Catalog> {
	if (!kept.catalog || now - kept.readAtMs > KEEP_MS) {
		kept.readAtMs = now;
		kept.catalog = readCatalog().catch((cause) => {
			kept.catalog = null;
			throw cause;
		});
	}
	return kept.catalog;
}

async function readCatalog(): Promise<Catalog> {
	const rows = await (
		await pocketbase()
	)
		.collection('catalogs')
		.getList<{ body: Catalog }>(1, 1, { sort: '-created', skipTotal: true });
	const taught = rows.items[0]?.body ?? { format: 1, courses: [] };
	return { ...taught, achievements: await achievements() };
}

/** Something was just defined here: the next look is a fresh one. */
export function catalogChanged(): void {
	kept.catalog = null;
}
