import { giveUp } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { voicesFor } from '$lib/server/repositories/voices';
import type { Staff } from '$lib/server/session';
import { tidyName } from '../../roster';
import type { Words } from '../../words';
import { problem, textOf } from '../form';
import { takeBackNotice } from './take-down';

/** Takes down an answer that women of hers have reported. */
export async function dropReported(
	staff: Staff,
	form: FormData,
	words: Words,
	forget: (clips: string[]) => Promise<void>
) {
	const id = textOf(form, 'notice');
	const found = (await voicesFor(staff)).reported.find(({ notice }) => notice === id);
	if (!found) giveUp('not_found');
	const why = tidyName(textOf(form, 'why'));
	if (!why) return problem(words, 'why_missing', 'why', { values: { form: `drop:${id}` } });
	await takeBackNotice(staff.id, id, forget);
	// The reason goes where the notice stood: nobody else keeps one for it.
	await noteAct(staff.id, 'voice.taken-down', `${id} ${why}`.slice(0, 300));
	return { done: 'dropped' as const };
}
