import { pbCall } from '../pocketbase';
import { newPublicId } from '../secrets';

/** One profile on a phone, as lists of phones show it. Times are ms since 1970; null: never. */
export type PhoneProfile = {
	/** Of the device. */
	id: string;
	/** The same for profiles that share a phone; "" when nothing is known of it. */
	phone: string;
	app: string;
	/** Null: the phone did not say. */
	freeBytes: number | null;
	joinedAtMs: number;
	pushedAtMs: number | null;
	revokedAtMs: number | null;
	learner: string;
	name: string;
	picture: string;
	/** Those of the groups asked for that she is in. */
	groups: string[];
	/** How many profiles with access are on this phone, hers included, also of women who are not asked for. */
	sharing: number;
};

/** The phones of the women who are in these groups, the last heard of first, revoked ones at the end. */
export async function phonesOf(groups: string[]): Promise<PhoneProfile[]> {
	const { phones } = await pbCall<{ phones: PhoneProfile[] }>('POST', '/api/banmay/console/phones', {
		groups
	});
	return phones.map((phone) => ({
		...phone,
		freeBytes: phone.app && (phone.freeBytes ?? -1) >= 0 ? phone.freeBytes : null,
		pushedAtMs: phone.pushedAtMs || null,
		revokedAtMs: phone.revokedAtMs || null
	}));
}

/** Notes that this device is on the phone of the profiles whose sessions' stored hashes these are. */
export async function noteShared(device: string, sessions: string[]): Promise<void> {
	const name = newPublicId(15);
	await pbCall('POST', '/api/banmay/devices/share', { device, sessions, name });
}

/** Takes these phones' access away, all or none. @returns those that had it until now */
export async function revokeMany(devices: string[], now = Date.now()): Promise<string[]> {
	const { revoked } = await pbCall<{ revoked: string[] }>('POST', '/api/banmay/devices/revoke-many', {
		devices,
		now
	});
	return revoked;
}
