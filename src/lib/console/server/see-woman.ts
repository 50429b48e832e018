import { badgesOf } from '$lib/server/repositories/badges-of';
import { devicesOf } from '$lib/server/repositories/devices';
import { followUpsOf } from '$lib/server/repositories/followups';
import type { Group } from '$lib/server/repositories/groups';
import type { Learner } from '$lib/server/repositories/learners';
import { heardInGroup } from '$lib/server/repositories/meetings';
import { practicesOf } from '$lib/server/repositories/practices';
import { progressOf } from '$lib/server/repositories/progress';
import { answersOf, womenToSee } from '$lib/server/repositories/seeing';
import { notesOf } from '$lib/server/repositories/woman-notes';
import { etagOf } from './etag-of';

/** What her page shows and anybody may change while it is open: she by her phone, a trainer by a note. `etag` changes when
 * anything of it does; it is the same in each language. */
export async function seeWoman(woman: Learner, group: Group) {
	const [progress, practices, phones, inGroup, answers, notes, heard, said, badges] = await Promise.all([
		progressOf(woman.id),
		practicesOf(woman.id),
		devicesOf(woman.id),
		womenToSee([group.id]),
		answersOf(woman.id),
		notesOf(woman.id),
		heardInGroup(woman.id),
		followUpsOf(woman.id),
		badgesOf(woman.id)
	]);
	const facts = inGroup.find(({ id }) => id === woman.id);
	const view = { progress, practices, phones, facts, answers, notes, heard, said };
	return { view, etag: etagOf({ woman, badges, ...view }) };
}
