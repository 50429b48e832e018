import { ClientResponseError } from 'pocketbase';
import type { Facts } from '$lib/domain/facts';
import { pbCall, pocketbase } from '../pocketbase';
import { reachOf, reachQuery } from '../reach';
import type { Staff } from '../session';

/** A list of women that was taken in. */
export type Import = {
	id: string;
	fileName: string;
	by: string;
	atMs: number;
	women: number;
	joined: number;
	/** Ids of the groups that somebody was put into, and those of them that it made. */
	groups: string[];
	madeGroups: string[];
	undoneAtMs: number;
	/** Ids of women whom taking back left in place. */
	kept: string[];
};

const FIELDS = 'id,fileName,by,atMs,women,joined,groups,madeGroups,undoneAtMs,kept';

export type NewWoman = { id: string; name: string; picture: string; facts: Facts };
export type NewImport = {
	id: string;
	fileName: string;
	/** Groups that are there and take somebody, and those to be made. */
	groups: string[];
	newGroups: {
		id: string;
		name: string;
		village: string;
		place: string;
		province: string;
		commune: string;
		trainers: string[];
	}[];
	women: NewWoman[];
	memberships: { id: string; group: string; learner: string }[];
	/** Women who are there. */
	joining: string[];
};

/** `closed`: a group was closed, or is no longer hers; `changed`: something else is not as it was looked at. In both
 * cases nothing was written. */
export type TakenIn = 'kept' | 'already' | 'closed' | 'changed';

export async function takeIn(
	staff: Staff,
	{ women, memberships, ...rest }: NewImport,
	atMs = Date.now()
): Promise<TakenIn> {
	const reach = reachOf(staff);
	if (!reach) return 'closed';
	const rows = women.map(({ facts, ...woman }) => ({
		...woman,
		birthYear: facts.birthYear ?? 0,
		ethnicity: facts.ethnicity ?? '',
		household: facts.household ?? '',
		disability: facts.disability ?? ''
	}));
	// The long lists go as text, straight into SQLite.
	const { outcome } = await pbCall<{ outcome: TakenIn }>('POST', '/api/banmay/imports', {
		...{ ...rest, by: staff.id, atMs, reach: reachQuery(reach) },
		...{ women: JSON.stringify(rows), memberships: JSON.stringify(memberships) }
	});
	return outcome;
}

export type TakenBack = { outcome: 'undone' | 'already' | 'late' | 'gone'; kept: string[] };

/** Takes back what an import of hers made, but for the women whom something is known of since. */
export const takeBack = (staff: Staff, id: string, now = Date.now()): Promise<TakenBack> =>
	pbCall<TakenBack>('POST', `/api/banmay/imports/${id}/undo`, { by: staff.id, now });

type Known = {
	id: string;
	name: string;
	birthYear: number;
	picture: string;
	groups: { id: string; name: string; village: string }[];
};

/** Every woman within her reach. */
export async function womenInReach(staff: Staff) {
	const reach = reachOf(staff);
	if (!reach) return [];
	const query = new URLSearchParams(reachQuery(reach)).toString();
	const { women } = await pbCall<{ women: Known[] }>('GET', `/api/banmay/imports/known?${query}`);
	return women.map((woman) => ({ ...woman, birthYear: woman.birthYear || null }));
}

/** One of hers; null: there is none. */
export async function importOf(staff: Staff, id: string): Promise<Import | null> {
	if (!/^[a-z0-9]{15}$/.test(id)) return null;
	try {
		const found = await (await pocketbase()).collection('imports').getOne<Import>(id, { fields: FIELDS });
		return found.by === staff.id ? found : null;
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** Hers, the newest first. */
export async function importsOf(staff: Staff, most = 20): Promise<Import[]> {
	const pb = await pocketbase();
	const filter = pb.filter('by = {:by}', { by: staff.id });
	const { items } = await pb
		.collection('imports')
		.getList<Import>(1, most, { filter, sort: '-atMs', fields: FIELDS, skipTotal: true });
	return items;
}

/** The names of these women, in order. */
export async function namesOf(ids: readonly string[], most = 50): Promise<string[]> {
	const pb = await pocketbase();
	const found = await Promise.all(
		ids.slice(0, most).map((id) =>
			pb
				.collection('learners')
				.getFirstListItem<{ name: string }>(pb.filter('id = {:id}', { id }), { fields: 'name' })
				.catch(() => null)
		)
	);
	return found.flatMap((one) => (one ? [one.name] : [])).sort((a, b) => a.localeCompare(b, 'vi'));
}
