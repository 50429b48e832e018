import { MAX_BUNDLE_BYTES, unsignedBundle, withSignature } from '../../domain/carry/bundle';
import { algorithms } from '../../domain/carry/keys';
import type { Event } from '../../domain/event';
import { keyOfDevice } from '../../offline/carry/key-of-device';
import { db } from '../../offline/database';
import type { DeviceKeyRow, Profile } from '../../offline/rows';
import { listOwed } from '../list-owed';
import { newestDelivered } from '../newest-delivered';

/** As much as is handed over in one go, with a hand that holds still. */
const EVENTS_A_BUNDLE = 300;
/** What is handed over in one go stays a dozen codes also when events are long. */
const BYTES_A_BUNDLE = 8 * 1024;
/** A phone that was never online in a year; the rest follows when these were delivered. */
const MAX_BUNDLES = 12;

export type ToHandOver = {
	bytes: Uint8Array<ArrayBuffer>;
	events: number;
	/** Number of its newest event. */
	upTo: number;
};
export type Made =
	| { kind: 'made'; bundles: ToHandOver[] }
	| { kind: 'nothing' }
	/** The server does not know her yet, or this phone no longer. */
	| { kind: 'not_joined' }
	| { kind: 'revoked' }
	/** The server was not told of this phone's key yet: it must be online once. */
	| { kind: 'not_named' };

/** Everything that she owes, in bundles that another phone can carry, in order. Changes nothing on this phone. */
export async function makeBundles(profileId: string): Promise<Made> {
	const profile = await db.profiles.get(profileId);
	if (!profile?.learner) return { kind: 'not_joined' };
	if (profile.revoked) return { kind: 'revoked' };
	const owed = await listOwed(profile, EVENTS_A_BUNDLE * MAX_BUNDLES);
	if (owed.length === 0) return { kind: 'nothing' };
	const key = await keyOfDevice(profile.device);
	// A device that followed a fork is as unknown to the server as its key.
	if (key?.namedAtMs == null || profile.forkedFrom !== null) return { kind: 'not_named' };
	const after = await newestDelivered(profile);
	const bundles: ToHandOver[] = [];
	for (let from = 0; from < owed.length && bundles.length < MAX_BUNDLES; from += bundles.at(-1)!.events)
		bundles.push(await signed(owed.slice(from, from + EVENTS_A_BUNDLE), { profile, after, key }));
	return { kind: 'made', bundles };
}

type From = { profile: Profile; after: { id: string; seq: number } | undefined; key: DeviceKeyRow };

/** The first of these events that fit, signed. A single one always goes. */
async function signed(events: Event[], from: From): Promise<ToHandOver> {
	const { profile, after, key } = from;
	const { device, learner, picture } = profile;
	const unsigned = unsignedBundle({ key, device, after, name: learner?.name ?? '', picture, events });
	if (unsigned.length > Math.min(BYTES_A_BUNDLE, MAX_BUNDLE_BYTES) && events.length > 1)
		return signed(events.slice(0, Math.ceil(events.length / 2)), from);
	const { sign } = algorithms[key.algorithm];
	const signature = new Uint8Array(await crypto.subtle.sign(sign, key.privateKey, unsigned));
	const upTo = events.at(-1)!.seq;
	return { bytes: withSignature(unsigned, signature), events: events.length, upTo };
}
