import { sha256 } from '$lib/offline/sha256';

/** The worker's own (src/service-worker/console-kept.ts). */
const CACHE = 'console-1';
const MARKS = 'console-marks';
const MARKS_PLACE = '/trainer/marks';
/** The pages of a group change while women learn; nobody in a village needs them newer than this. */
const FRESH_MS = 10 * 60_000;
/** A manager has all of a province; what she opens is kept beside these. */
const MAX_GROUPS = 15;
const MAX_WOMEN = 400;
/** A line that is in use for something else comes first. */
const PAUSE_MS = 150;

type Row = { id: string };
type View = { women: Row[] };

/**
 * Fetches the data of her groups' pages and of the women's, one after the other; the worker keeps what comes by. A
 * woman's page is asked for again only when something in her row has changed. Stops at the first thing that fails.
 */
export async function keepPages(groups: { id: string }[], fetch = globalThis.fetch): Promise<void> {
	const marks = await Marks.load();
	let women = 0;
	if (!(await get('/trainer', fetch))) return;
	for (const { id } of groups.slice(0, MAX_GROUPS)) {
		const path = `/trainer/groups/${id}`;
		if (await isFresh(path)) continue;
		const view = await viewOf(id, fetch);
		for (const row of view?.women ?? []) {
			if (++women > MAX_WOMEN) break;
			const mark = await digestOf(row);
			if (await marks.isKept(row.id, mark)) continue;
			if (!(await get(`/trainer/women/${row.id}`, fetch))) return;
			marks.set(row.id, mark);
		}
		await marks.keep();
		// Last: a group that is fresh has all its women here.
		if (!view || !(await get(path, fetch))) return;
	}
}

async function get(path: string, fetch: typeof globalThis.fetch): Promise<boolean> {
	await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	const response = await fetch(`${path}/__data.json`).catch(() => undefined);
	await response?.text().catch(() => '');
	return response?.ok ?? false;
}

async function viewOf(id: string, fetch: typeof globalThis.fetch): Promise<View | undefined> {
	const response = await fetch(`/api/groups/${id}`).catch(() => undefined);
	return response?.ok ? ((await response.json()) as View) : undefined;
}

async function isFresh(path: string): Promise<boolean> {
	const kept = await (await caches.open(CACHE)).match(`${path}/__data.json`);
	return Math.abs(Date.now() - Number(kept?.headers.get('x-kept-at'))) < FRESH_MS;
}

const digestOf = async (row: Row): Promise<string> =>
	(await sha256(new TextEncoder().encode(JSON.stringify(row))))?.slice(0, 16) ?? '';

/** What the rows of women were when their pages were kept, by a digest. */
class Marks {
	static async load(): Promise<Marks> {
		const kept = await (await caches.open(MARKS)).match(MARKS_PLACE);
		return new Marks(kept ? ((await kept.json()) as Record<string, string>) : {});
	}

	constructor(private readonly marks: Record<string, string>) {}

	async isKept(woman: string, mark: string): Promise<boolean> {
		if (this.marks[woman] !== mark) return false;
		return Boolean(await (await caches.open(CACHE)).match(`/trainer/women/${woman}/__data.json`));
	}

	set(woman: string, mark: string): void {
		this.marks[woman] = mark;
	}

	async keep(): Promise<void> {
		const cache = await caches.open(MARKS);
		await cache.put(MARKS_PLACE, Response.json(this.marks)).catch(() => {});
	}
}
