import { ClientResponseError } from 'pocketbase';
import { version } from '../../../package.json';
import { env } from './env';
import { pocketbase } from './pocketbase';

export type Health =
	{ status: 'ok'; version: string } | { code: 'starting' | 'pocketbase_down'; message: string };

/** A balancer may ask often; the answer of this second is good enough. */
const FRESH_MS = 1000;
const ANSWER_WITHIN_MS = 2000;
const last: { health: Health | null; askedAtMs: number; published: boolean } = {
	health: null,
	askedAtMs: 0,
	published: false
};

/** Well: PocketBase answers and there is a catalogue to learn from. */
export async function health(now = Date.now()): Promise<Health> {
	if (!last.health || now - last.askedAtMs > FRESH_MS) {
		last.health = await ask();
		last.askedAtMs = now;
	}
	return last.health;
}

async function ask(): Promise<Health> {
	const starting = { code: 'starting', message: 'The lessons are still being prepared.' } as const;
	if (!(await answers())) return { code: 'pocketbase_down', message: 'The database does not answer.' };
	try {
		last.published ||= await hasCatalogue();
	} catch (cause) {
		if (!(cause instanceof ClientResponseError)) throw cause;
		return starting;
	}
	return last.published ? { status: 'ok', version } : starting;
}

async function answers(): Promise<boolean> {
	try {
		const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
		return (await fetch(`${env.pocketbase.url}/api/health`, { signal })).ok;
	} catch {
		return false;
	}
}

async function hasCatalogue(): Promise<boolean> {
	const pb = await pocketbase();
	return (await pb.collection('catalogs').getList(1, 1, { fields: 'id', skipTotal: true })).items.length > 0;
}
