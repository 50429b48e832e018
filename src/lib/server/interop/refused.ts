import { ClientResponseError } from 'pocketbase';
import { pocketbase } from '../pocketbase';
import type { TargetName } from './targets';

export type Refused = {
	id: string;
	target: TargetName;
	about: string;
	atMs: number;
	why: string;
	/** What was sent, as it was sent. */
	body: unknown;
};

/** Puts aside what another system will not take, once for each thing. */
export async function keepRefused(
	target: TargetName,
	about: string,
	why: string,
	body: unknown,
	now = Date.now()
): Promise<void> {
	try {
		const row = { target, about, why: why.slice(0, 300), body, atMs: now };
		await (await pocketbase()).collection('interop_refused').create(row);
	} catch (cause) {
		const isKnown =
			cause instanceof ClientResponseError &&
			JSON.stringify(cause.response).includes('validation_not_unique');
		if (!isKnown) throw cause;
	}
}

/** Those of one system, or of all: the newest few, and how many there are. */
export async function refusedOf(
	target: TargetName | null,
	limit = 5
): Promise<{ total: number; newest: Refused[] }> {
	const pb = await pocketbase();
	const filter = target ? pb.filter('target = {:target}', { target }) : '';
	const page = await pb
		.collection('interop_refused')
		.getList<Refused>(1, limit, { filter, sort: '-atMs,id' });
	const newest = page.items.map(({ id, target, about, atMs, why, body }) => ({
		...{ id, target, about, atMs, why, body }
	}));
	return { total: page.totalItems, newest };
}

/** Null: somebody was faster. */
export async function refusedById(id: string): Promise<Refused | null> {
	if (!/^[a-z0-9]{15}$/.test(id)) return null;
	try {
		return await (await pocketbase()).collection('interop_refused').getOne<Refused>(id);
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** It was taken after all, or a person gave it up. Doing it again changes nothing. */
export async function forgetRefused(id: string): Promise<void> {
	try {
		await (await pocketbase()).collection('interop_refused').delete(id);
	} catch (cause) {
		if (!(cause instanceof ClientResponseError && cause.status === 404)) throw cause;
	}
}

/** It was refused once more. */
export async function noteRefused(id: string, why: string, now = Date.now()): Promise<void> {
	const values = { why: why.slice(0, 300), atMs: now };
	await (await pocketbase()).collection('interop_refused').update(id, values);
}
