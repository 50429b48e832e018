import { ClientResponseError } from 'pocketbase';
import { pocketbase } from '../pocketbase';

/** Whose a device is, and the key that its bundles are signed with; '' where it has named none. */
export type CarryKey = { learner: string; carryKey: string; revokedAtMs: number };

/** The key of a device; null when nobody has joined with it. */
export async function carryKeyOf(device: string): Promise<CarryKey | null> {
	try {
		const fields = 'learner,carryKey,revokedAtMs';
		return await (await pocketbase()).collection('devices').getOne<CarryKey>(device, { fields });
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** The device's key from now on. What an older one has signed is not taken any more: the phone still has it. */
export async function keepCarryKey(device: string, carryKey: string): Promise<void> {
	await (await pocketbase()).collection('devices').update(device, { carryKey });
}
