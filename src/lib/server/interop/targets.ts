import { ClientResponseError } from 'pocketbase';
import { cardPepper } from '../pepper';
import { pocketbase } from '../pocketbase';
import { badgesAfter, eventsAfter, joinedAfter } from './feed';
import { seal, unseal } from './seal';

export type TargetName = 'lrs' | 'webhook';
export type TargetState = 'on' | 'paused' | 'off';

/** Another system that we deliver to. The secret is opened only for the call itself: `secretOf`. */
export type Target = {
	id: string;
	name: TargetName;
	url: string;
	user: string;
	/** Sealed. */
	secret: string;
	state: TargetState;
	problem: string;
	tries: number;
	nextAtMs: number;
	lastOkAtMs: number;
	delivered: number;
	/** Cursors. */
	events: number;
	badges: number;
	joined: number;
};

export async function targetNamed(name: TargetName): Promise<Target | null> {
	const pb = await pocketbase();
	try {
		const filter = pb.filter('name = {:name}', { name });
		return await pb.collection('interop_targets').getFirstListItem<Target>(filter);
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

export type TargetSettings = { url: string; user: string; secret: string; state: TargetState };

/** Sets where to deliver. An empty secret leaves the one that is known. A new LRS is sent everything from the
 * beginning; a new webhook is told what happens from now on. */
export async function setTarget(
	name: TargetName,
	{ url, user, secret, state }: TargetSettings
): Promise<void> {
	const targets = (await pocketbase()).collection('interop_targets');
	const known = await targetNamed(name);
	const fresh = { tries: 0, nextAtMs: 0, problem: '' };
	const row = { name, url, user, state, ...fresh, ...(secret ? { secret: seal(secret, cardPepper()) } : {}) };
	const start = name === 'lrs' ? { events: 0, badges: 0, joined: 0 } : await newest();
	if (!known) await targets.create({ ...row, ...start, delivered: 0, lastOkAtMs: 0 });
	else await targets.update(known.id, known.url === url ? row : { ...row, ...start, delivered: 0 });
}

/** Cursors behind which nothing lies. */
async function newest(): Promise<Pick<Target, 'events' | 'badges' | 'joined'>> {
	const none = { fromMs: Number.MAX_SAFE_INTEGER, toMs: Number.MAX_SAFE_INTEGER };
	const [events, badges, joined] = await Promise.all([
		eventsAfter(0, [], 1, none),
		badgesAfter(0, 1, none),
		joinedAfter(0, 1, none)
	]);
	return { events: events.cursor, badges: badges.cursor, joined: joined.cursor };
}

export async function noteTarget(
	{ id }: Pick<Target, 'id'>,
	values: Partial<
		Pick<
			Target,
			'state' | 'problem' | 'tries' | 'nextAtMs' | 'lastOkAtMs' | 'delivered' | 'events' | 'badges' | 'joined'
		>
	>
): Promise<void> {
	await (await pocketbase()).collection('interop_targets').update(id, values);
}

/** '' when there is none, or none that this server's pepper opens. */
export const secretOf = ({ secret }: Pick<Target, 'secret'>): string =>
	secret ? (unseal(secret, cardPepper()) ?? '') : '';
