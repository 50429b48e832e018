import { redirect, type ActionFailure } from '@sveltejs/kit';
import { SORTS, type Sort } from '$lib/domain/introduction';
import { MENTOR_KINDS } from '$lib/domain/partner-kinds';
import { introduceAndTell } from '$lib/server/partners/introduce-and-tell';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import type { Partner } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { todayIn } from '../notices/days';
import { openGroup, openWoman } from '../open';

/** Groups, and the women in one of them, to whom she may introduce a partner. */
export async function whomToIntroduce(staff: Staff, group: string) {
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const chosen = groups.find(({ id }) => id === group) ?? groups[0];
	return {
		groups: groups.map(({ id, name }) => ({ id, name })),
		group: chosen?.id ?? '',
		women: chosen ? (await learnersOfGroup(chosen.id)).map(({ id, name }) => ({ id, name })) : []
	};
}

/**
 * Introduces a partner to a group or a woman who has said yes to it, and tells her. The same two again are the same
 * introduction: counted once, and taken up again when it had ended.
 */
export async function introduceTo(
	staff: Staff,
	partner: Partner,
	form: FormData,
	words: Words,
	now = Date.now()
): Promise<ActionFailure<FormProblem>> {
	const [group, woman, about] = ['group', 'woman', 'about'].map((field) => textOf(form, field)) as [
		string,
		string,
		string
	];
	const sort = textOf(form, 'sort') as Sort;
	const isTold = textOf(form, 'mayGiveContact');
	const values = { form: 'introduce', group, woman, about, sort, mayGiveContact: isTold };
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'group', { values });
	if (!SORTS.includes(sort) || (sort === 'mentor' && !MENTOR_KINDS.includes(partner.kind)))
		return problem(words, 'intro_sort', 'sort', { values });
	if (
		about &&
		!partner.wants.some((want) => want.id === about) &&
		!partner.gives.some((one) => one === about)
	)
		return problem(words, 'intro_about', 'about', { values });
	if (partner.state !== 'verified')
		return problem(words, 'intro_unverified', 'group', { values, status: 409 });
	const via = await openGroup(staff, group);
	if (via.archived) return problem(words, 'group_closed', 'group', { values, status: 409 });
	if (woman && !(await openWoman(staff, woman)).groups.some((one) => one.id === group))
		return problem(words, 'intro_woman', 'woman', { values });
	if (woman && sort === 'mentor') return problem(words, 'intro_mentor', 'woman', { values });
	if (textOf(form, 'asked') !== 'on') return problem(words, 'intro_asked', 'asked', { values });

	const made = await introduceAndTell(
		partner,
		{
			...{ id, sort, about, viaGroup: group, day: todayIn(now), by: staff.id },
			...{ whoKind: woman ? 'learner' : 'group', who: woman || group, mayGiveContact: isTold === 'on' }
		},
		now
	);
	if (made.outcome === 'unverified' || made.outcome === 'gone')
		return problem(words, 'intro_unverified', 'group', { values, status: 409 });
	if (made.outcome !== 'known')
		await noteAct(staff.id, `introduction.${made.outcome}`, `${woman || group} ${made.id}`);
	redirect(303, `/trainer/partners/introductions/${made.id}?done=${made.outcome}`);
}
