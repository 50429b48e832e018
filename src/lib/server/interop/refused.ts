import { ClientResponseError } from 'pocketbase';
import { pocketbase } from '../pocketbase';
import type { TargetName } from './targets';

export type Refused = { id: string; target: TargetName; about: string; atMs: number; why: string };

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

/** The newest few, and how many there are. */
export async function refusedOf(target: TargetName): Promise<{ total: number; newest: Refused[] }> {
	const pb = await pocketbase();
	const filter = pb.filter('target = {:target}', { target });
	const page = await pb.collection('interop_refused').getList<Refused>(1, 5, { filter, sort: '-atMs' });
	const newest = page.items.map(({ id, about, atMs, why }) => ({ id, target, about, atMs, why }));
	return { total: page.totalItems, newest };
}
