import { giveUp } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import type { Staff } from '$lib/server/session';
import { markHandled, stallsOfGroups } from '$lib/server/stalls/look-after';
import { openGroupStall } from '$lib/server/stalls/settle-shop';
import { openGroup } from '../open';
import { textOf } from '../form';

/** What stands and what was asked in the groups that she looks after, and those of them without a stall of their own. */
export async function seeStalls(staff: Staff) {
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const { stalls, messages } = await stallsOfGroups(groups.map(({ id }) => id));
	const open = stalls.filter(({ stall }) => stall.ownerKind === 'group').map(({ stall }) => stall.owner);
	return {
		stalls,
		messages,
		without: groups.filter(({ id }) => !open.includes(id)).map(({ id, name }) => ({ id, name }))
	};
}

/** She has told the seller. */
export async function handleMessage(staff: Staff, form: FormData) {
	const id = textOf(form, 'message');
	const message = (await seeStalls(staff)).messages.find((one) => one.id === id);
	if (!message) giveUp('not_found');
	if (message.handledAtMs === 0) {
		await markHandled(id, staff.id);
		await noteAct(staff.id, 'stall.message-handled', id);
	}
	return { done: 'handled' as const };
}

export async function openForGroup(staff: Staff, form: FormData) {
	const group = await openGroup(staff, textOf(form, 'group'));
	await openGroupStall(group);
	await noteAct(staff.id, 'stall.opened', group.id);
	return { done: 'opened' as const };
}
