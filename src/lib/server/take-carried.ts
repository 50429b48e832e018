import { isSigned, readBundle, type Bundle } from '$lib/domain/carry/bundle';
import { keyAsText } from '$lib/domain/carry/keys';
import type { ErrorCode } from './errors';
import { carryKeyOf } from './repositories/carry-keys';
import { confirmBadges } from './repositories/badges';
import { storeEvents } from './repositories/events';
import { sortEvents } from './sort-events';

export type Taken =
	/** Everything in it is stored now, or was before; `watermark` as in a sync. */
	{ kind: 'taken'; watermark: number; rejected: number } | { kind: 'refused'; code: ErrorCode };

/**
 * Takes a bundle that somebody carried, as if its phone had sent it: the same sorting, the same transaction, the same
 * badges. Who brought it is not asked: its signature must be that of the key which the phone has named itself.
 */
export async function takeCarried(bytes: Uint8Array): Promise<Taken> {
	const bundle = readBundle(bytes);
	if (!bundle) return { kind: 'refused', code: 'bundle_unreadable' };
	const owner = await ownerOf(bytes, bundle);
	if (typeof owner !== 'object') return { kind: 'refused', code: owner };
	const { device, after, events } = bundle;
	const { rejected, ...sorted } = sortEvents(
		device,
		events.map((event) => ({ ...event, device }))
	);
	// No cookie comes with it: the transaction still asks whether the device is hers and may speak.
	const who = { learner: owner.learner, device, session: '' };
	const stored = await storeEvents(who, sorted, { after, since: 0 });
	if (stored.kind !== 'stored') return { kind: 'refused', code: stored.kind };
	// The server was put back to before what the phone builds on, and stored nothing: only the phone can mend that.
	if (after && stored.watermark < after.seq) return { kind: 'refused', code: 'bundle_early' };
	await confirmBadges(who.learner, stored.completed, stored.changes.badges);
	const { watermark, strangers } = stored;
	return { kind: 'taken', watermark, rejected: rejected.length + strangers.length };
}

/** Whose bundle it is, or why it is nobody's. */
async function ownerOf(bytes: Uint8Array, bundle: Bundle): Promise<{ learner: string } | ErrorCode> {
	const known = await carryKeyOf(bundle.device);
	if (!known?.carryKey || known.carryKey !== keyAsText(bundle.key)) return 'key_unknown';
	if ((await isSigned(bytes, bundle)) !== 'good') return 'bundle_forged';
	return known.revokedAtMs ? 'device_revoked' : known;
}
