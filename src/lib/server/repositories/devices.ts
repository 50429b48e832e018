import { ClientResponseError } from 'pocketbase';
import { pbCall, pocketbase } from '../pocketbase';

/** One profile on one phone. Times are ms since 1970; null: never. */
export type Device = {
	id: string;
	learner: string;
	watermark: number;
	joinedAtMs: number;
	pushedAtMs: number | null;
	revokedAtMs: number | null;
	app: string;
	freeBytes: number | null;
};

type Row = Omit<Device, 'pushedAtMs' | 'revokedAtMs' | 'freeBytes'> & {
	pushedAtMs: number;
	revokedAtMs: number;
	freeBytes: number;
};

const deviceOf = (row: Row): Device => ({
	id: row.id,
	learner: row.learner,
	watermark: row.watermark,
	joinedAtMs: row.joinedAtMs,
	pushedAtMs: row.pushedAtMs || null,
	revokedAtMs: row.revokedAtMs || null,
	app: row.app,
	freeBytes: row.app && row.freeBytes >= 0 ? row.freeBytes : null
});

export async function deviceById(id: string): Promise<Device | null> {
	try {
		return deviceOf(await (await pocketbase()).collection('devices').getOne<Row>(id));
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** The learner's phones, the last joined first, revoked ones too. */
export async function devicesOf(learner: string): Promise<Device[]> {
	const pb = await pocketbase();
	const filter = pb.filter('learner = {:learner}', { learner });
	const rows = await pb.collection('devices').getFullList<Row>({ filter, sort: '-joinedAtMs' });
	return rows.map(deviceOf);
}

/**
 * Makes the device the learner's, or opens it again when she joins anew after it was revoked.
 * @returns `taken` when the id is another learner's: the phone must take a new one
 */
export async function registerDevice(
	learner: string,
	device: string,
	now = Date.now()
): Promise<'registered' | 'taken'> {
	const { outcome } = await pbCall<{ outcome: 'registered' | 'taken' }>('POST', '/api/banmay/devices', {
		learner,
		device,
		now
	});
	return outcome;
}

/** Marks one device, or all of a learner, as revoked and deletes their sessions, both or neither.
 * @returns how many phones lost their access by this */
export async function markRevoked(
	which: { device: string } | { learner: string },
	now = Date.now()
): Promise<number> {
	const { revoked } = await pbCall<{ revoked: number }>('POST', '/api/banmay/devices/revoke', {
		device: '',
		learner: '',
		...which,
		now
	});
	return revoked;
}

/** Takes every phone of the learner out of the group: the button for a lost phone. */
export const revokeDevices = (learner: string): Promise<number> => markRevoked({ learner });
