import { pbCall, pocketbase } from '../pocketbase';
import type { StallRow } from './shapes';

/** A stall in a list of those who look after groups. `who`: the woman's name; '' for a group's. */
export type ListedStall = {
	stall: StallRow;
	who: string;
	picture: string;
	group: string;
	groupId: string;
	products: number;
};
export type StallMessage = {
	id: string;
	stall: string;
	slug: string;
	stallName: string;
	product: string;
	name: string;
	contact: string;
	message: string;
	sentAtMs: number;
	handledAtMs: number;
	handledBy: string;
};

/** The stalls of these groups and of the women in them, and what strangers have asked there, what waits first. */
export const stallsOfGroups = (
	groups: string[]
): Promise<{ stalls: ListedStall[]; messages: StallMessage[] }> =>
	groups.length === 0
		? Promise.resolve({ stalls: [], messages: [] })
		: pbCall('POST', '/api/banmay/stalls/of-groups', { groups });

type Looked = 'stalls' | 'products';

/** Somebody has looked and says that it is so; '' takes the word back. */
export async function markChecked(what: Looked, id: string, by: string, now = Date.now()): Promise<void> {
	const values = { checkedBy: by, checkedAtMs: by ? now : 0 };
	await (await pocketbase()).collection(what).update(id, values);
}

/** Takes it from strangers' eyes, with a reason, or ('' as reason) puts it back. Fold her stall after it. */
export async function markDown(
	what: Looked,
	id: string,
	{ by, reason }: { by: string; reason: string },
	now = Date.now()
): Promise<void> {
	const values = { downBy: reason ? by : '', downAtMs: reason ? now : 0, downReason: reason };
	await (await pocketbase()).collection(what).update(id, values);
}

/** The name, in words, of what was only said. */
export async function writeName(product: string, writtenName: string): Promise<void> {
	await (await pocketbase()).collection('products').update(product, { writtenName });
}

export async function changeSign(stall: string, values: Pick<StallRow, 'name' | 'place'>): Promise<void> {
	await (await pocketbase()).collection('stalls').update(stall, { ...values, changedAtMs: Date.now() });
}

/** Whether it was not handled before. */
export async function markHandled(message: string, by: string, now = Date.now()): Promise<void> {
	await (
		await pocketbase()
	)
		.collection('stall_messages')
		.update(message, { handledBy: by, handledAtMs: now });
}
