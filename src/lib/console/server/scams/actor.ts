import type { ActionFailure } from '@sveltejs/kit';
import type { Staff } from '$lib/server/session';
import { reachesAll } from '$lib/server/reach';
import { groupsOf } from '$lib/server/repositories/groups';
import { scamById, type StoredScam } from '$lib/server/repositories/scams';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { mayChangeNotice } from '../notices/whom';

/** Who sends a form about a trick. */
export type Actor = { staff: Staff; form: FormData; words: Words };
export type Acted<What extends string> = { done: What } | ActionFailure<FormProblem>;

const isId = (id: string) => /^[a-z0-9]{15}$/.test(id);

/** Whether she may see it: she made it, it is for everybody, or for a group of hers. */
export async function maySeeScam(staff: Staff, { madeBy, targets }: StoredScam): Promise<boolean> {
	if (reachesAll(staff) || madeBy === staff.id || targets.some(({ scope }) => scope === 'everybody'))
		return true;
	const hers = new Set((await groupsOf(staff)).map(({ id }) => id));
	return targets.some(({ id }) => hers.has(id));
}

/** Whether she may change it: all whom it is for are hers to look after. */
export const mayChangeScam = (staff: Staff, { targets }: Pick<StoredScam, 'targets'>): Promise<boolean> =>
	mayChangeNotice(staff, targets);

/** The trick, when it is there and hers to see; null otherwise: what she may not see is not there for her. */
export async function findScam(staff: Staff, id: string): Promise<StoredScam | null> {
	const scam = isId(id) ? await scamById(id) : null;
	return scam && (await maySeeScam(staff, scam)) ? scam : null;
}

/** The trick as it was looked at (`revision` in the form), if it still is so, stands, and is hers to change. */
export async function openScam(
	{ staff, form, words }: Actor,
	id: string,
	values: Record<string, string> = {}
): Promise<{ scam: StoredScam } | { refused: ActionFailure<FormProblem> }> {
	const refuse = (code: 'scam_unknown' | 'scam_not_yours' | 'scam_stale' | 'scam_over', status: number) => ({
		refused: problem(words, code, 'form', { values, status, params: { name: scam?.changedByName ?? '' } })
	});
	const scam = await findScam(staff, id);
	if (!scam) return refuse('scam_unknown', 404);
	if (!(await mayChangeScam(staff, scam))) return refuse('scam_not_yours', 403);
	if (scam.withdrawnAtMs > 0) return refuse('scam_over', 409);
	if (scam.revision !== Number(textOf(form, 'revision'))) return refuse('scam_stale', 409);
	return { scam };
}
