import { ClientResponseError } from 'pocketbase';
import type { Event } from '$lib/domain/event';
import { pbCall, pocketbase } from '../pocketbase';
import { anotherSlug, slugOf } from './slug-of';
import type { ProductRow, StallRow, StallWithProducts } from './shapes';

export type AboutHer = {
	name: string;
	picture: string;
	groups: { id: string; name: string; place: string }[];
	badges: string[];
};

export const shopOf = (learner: string): Promise<{ events: Event[]; about: AboutHer | null }> =>
	pbCall('GET', `/api/banmay/learners/${learner}/shop`);

type Owner = Pick<StallRow, 'ownerKind' | 'owner'>;
type Found = { stall: StallRow | null; products: ProductRow[] };
const find = async (query: Record<string, string>): Promise<StallWithProducts | null> => {
	const path = `/api/banmay/stalls/one?${new URLSearchParams(query).toString()}`;
	const { stall, products } = await pbCall<Found>('GET', path);
	return stall && { stall, products: products.map((row) => ({ ...row, withdrawn: Boolean(row.withdrawn) })) };
};
export const stallBySlug = (slug: string) => find({ slug });
export const stallById = (id: string) => find({ id });
export const stallOf = ({ ownerKind, owner }: Owner) => find({ ownerKind, owner });

/** A woman's products, whether her stall has a name or not. */
export async function productsOf(learner: string): Promise<ProductRow[]> {
	const pb = await pocketbase();
	const rows = await pb
		.collection('products')
		.getFullList({ filter: pb.filter('learner = {:learner}', { learner }) });
	return rows.map((row) => ({
		...(row as unknown as ProductRow),
		body: JSON.parse(row.body as string) as ProductRow['body'],
		shown: JSON.parse(row.shown as string) as ProductRow['shown']
	}));
}

const TRIES = 5;

/** Writes a stall; one that is new is given its address, for ever. */
export async function keepStall(
	{ ownerKind, owner }: Owner,
	known: StallRow | undefined,
	values: Omit<Partial<StallRow>, 'id' | 'slug'>
): Promise<void> {
	const stalls = (await pocketbase()).collection('stalls');
	const row = { ...values, ...(values.shown ? { shown: JSON.stringify(values.shown) } : {}) };
	if (known) return void (await stalls.update(known.id, row));
	for (let n = 0; n < TRIES; n++) {
		const slug = n === 0 ? slugOf(values.name ?? '') : anotherSlug(values.name ?? '');
		try {
			return void (await stalls.create({ ...row, ownerKind, owner, slug }));
		} catch (cause) {
			// Taken; or made meanwhile by somebody else of the group, and then that one stands.
			if (!isTaken(cause)) throw cause;
			if (await stallOf({ ownerKind, owner })) return;
		}
	}
	throw new Error(`no address is free for a stall`);
}

export async function keepProduct(
	known: Pick<ProductRow, 'id'> | undefined,
	values: Omit<ProductRow, 'id' | 'maker' | 'writtenName' | keyof Looked> & Partial<Looked>
): Promise<void> {
	const products = (await pocketbase()).collection('products');
	const row = { ...values, body: JSON.stringify(values.body), shown: JSON.stringify(values.shown) };
	if (known) await products.update(known.id, row);
	else await products.create(row);
}
type Looked = Pick<ProductRow, 'checkedBy' | 'checkedAtMs' | 'downAtMs' | 'downReason'>;

const isTaken = (cause: unknown) => cause instanceof ClientResponseError && cause.status === 400;

/** Whose stalls are to be folded, the oldest debt first. */
export async function stallDebts(
	learner?: string
): Promise<{ id: string; learner: string; sinceMs: number }[]> {
	const pb = await pocketbase();
	const filter = learner ? pb.filter('learner = {:learner}', { learner }) : '';
	return (await pb.collection('stall_debts').getList(1, 500, { filter, sort: 'sinceMs' })).items as never;
}

/** The debt is paid, unless something new has come meanwhile. */
export async function payStallDebt({ id, sinceMs }: { id: string; sinceMs: number }): Promise<void> {
	const debts = (await pocketbase()).collection('stall_debts');
	const now = await debts.getOne<{ sinceMs: number }>(id).catch(() => null);
	if (now?.sinceMs === sinceMs) await debts.delete(id).catch(() => undefined);
}

/** Of these files those that no stall shows any more. */
export const unnamedMedia = async (media: string[]): Promise<string[]> =>
	media.length === 0
		? []
		: (await pbCall<{ free: string[] }>('POST', '/api/banmay/stalls/unnamed', { media })).free;
