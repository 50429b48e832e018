import { createHash } from 'node:crypto';
import { redirect, type ActionFailure } from '@sveltejs/kit';
import { SORTS, type Sort } from '$lib/domain/introduction';
import { MENTOR_KINDS } from '$lib/domain/partner-kinds';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { introduce } from '$lib/server/repositories/introductions';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { keepNotice } from '$lib/server/repositories/notices';
import type { Partner } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { todayIn } from '../notices/days';
import { openGroup, openWoman } from '../open';

const NOTICE_STANDS_MS = 30 * 24 * 3600_000;

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

	const whom = woman ? ('learner' as const) : ('group' as const);
	const notice = createHash('sha256').update(`introduction ${id}`).digest('hex').slice(0, 15);
	const made = await introduce({
		...{ id, partner: partner.id, sort, whoKind: whom, who: woman || group, viaGroup: group, about, notice },
		...{ mayGiveContact: isTold === 'on', day: todayIn(now), by: staff.id }
	});
	if (made.outcome === 'unverified' || made.outcome === 'gone')
		return problem(words, 'intro_unverified', 'group', { values, status: 409 });
	if (made.outcome !== 'known')
		await noteAct(staff.id, `introduction.${made.outcome}`, `${woman || group} ${made.id}`);
	// Also when the form came twice: the first time may have been cut off before she was told.
	if (made.outcome !== 'known' || made.id === id)
		await keepNotice(
			{
				...{ id: notice, kind: 'introduction', newcomers: false },
				body: { partner: partner.name, kind: partner.kind, sort, whom },
				targets: [{ scope: whom, id: woman || group }],
				...{ fromMs: now, untilMs: now + NOTICE_STANDS_MS }
			},
			staff.id
		);
	redirect(303, `/trainer/partners/introductions/${made.id}?done=${made.outcome}`);
}
