import { giveUp } from '$lib/server/errors';
import { introductionById, type Introduction } from '$lib/server/repositories/introductions';
import type { Staff } from '$lib/server/session';
import { openGroup, openWoman } from '../open';

/** An introduction of a group, or of a woman in one, that this member of staff looks after. */
export async function openIntroduction(staff: Staff, id: string): Promise<Introduction> {
	const found = /^[a-z0-9]{15}$/.test(id) ? await introductionById(id) : null;
	if (!found) giveUp('not_found');
	if (found.whoKind === 'group') await openGroup(staff, found.who);
	else await openWoman(staff, found.who);
	return found;
}
