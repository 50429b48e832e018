import type { ActionFailure } from '@sveltejs/kit';
import { CHECKS, type Check } from '$lib/domain/partner-kinds';
import { giveUp } from '$lib/server/errors';
import { mayLookAfter } from '$lib/server/partners/may-see';
import { noteAct } from '$lib/server/repositories/audit';
import { noticeById, withdrawNotice } from '$lib/server/repositories/notices';
import {
	handleReport,
	reportPartner,
	setPartnerState,
	verifyPartner,
	type Partner,
	type PartnerReport
} from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';
import { lengthOf } from '../../roster';
import type { Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';

export type PartnerActor = {
	staff: Staff;
	partner: Partner;
	reports: PartnerReport[];
	form: FormData;
	words: Words;
};
type Done<What extends string> = { done: What } | ActionFailure<FormProblem>;

export const MAX_REASON = 300;

/** A manager has checked that it is what it says, and says how. One that bears the name of another with another contact
 * asks her whether she has asked that one too. */
export async function verify({ staff, partner, form, words }: PartnerActor): Promise<Done<'verified'>> {
	if (!mayLookAfter(staff, partner)) giveUp('forbidden');
	const how = textOf(form, 'how') as Check;
	const note = textOf(form, 'words').trim();
	const expected = Number(textOf(form, 'version'));
	const values = { form: 'verify', how, words: note, version: String(partner.version) };
	if (!CHECKS.includes(how)) return problem(words, 'partner_how', 'how', { values });
	if (how === 'registration' && !partner.registration)
		return problem(words, 'partner_no_registration', 'how', { values });
	if (lengthOf(note) > MAX_REASON)
		return problem(words, 'partner_long', 'words', { values, params: { n: MAX_REASON } });
	if (partner.pretends && textOf(form, 'notSame') !== 'on')
		return problem(words, 'partner_pretends', 'notSame', { values });
	const outcome = await verifyPartner(partner.id, { how, words: note }, { expected, by: staff.id });
	if (outcome !== 'kept') return problem(words, 'partner_stale', 'how', { values, status: 409 });
	await noteAct(staff.id, 'partner.verified', partner.id);
	return { done: 'verified' };
}

const STATES = {
	refused: { from: ['unverified'], act: 'partner.refused' },
	suspended: { from: ['verified', 'unverified'], act: 'partner.suspended' },
	unverified: { from: ['refused', 'suspended'], act: 'partner.reopened' }
} as const;

/** Refuses or suspends it with a reason, or puts it back to be checked. What stands about it on women's phones is taken
 * back when it is suspended. */
export async function setState(
	{ staff, partner, form, words }: PartnerActor,
	state: keyof typeof STATES
): Promise<Done<keyof typeof STATES>> {
	if (!mayLookAfter(staff, partner)) giveUp('forbidden');
	const reason = textOf(form, 'reason').trim();
	const expected = Number(textOf(form, 'version'));
	const values = { form: state, reason, version: String(partner.version) };
	const { from, act } = STATES[state];
	if (!(from as readonly string[]).includes(partner.state))
		return problem(words, 'partner_stale', 'reason', { values, status: 409 });
	if (!reason && state !== 'unverified') return problem(words, 'partner_reason', 'reason', { values });
	if (lengthOf(reason) > MAX_REASON)
		return problem(words, 'partner_long', 'reason', { values, params: { n: MAX_REASON } });
	const { outcome, notices } = await setPartnerState(
		partner.id,
		{ state, reason },
		{ expected, by: staff.id }
	);
	if (outcome !== 'kept') return problem(words, 'partner_stale', 'reason', { values, status: 409 });
	await noteAct(staff.id, act, partner.id);
	if (state === 'suspended') for (const notice of notices) await takeBack(notice, staff.id);
	return { done: state };
}

async function takeBack(id: string, by: string): Promise<void> {
	const notice = await noticeById(id);
	if (notice && !notice.isWithdrawn) await withdrawNotice(id, { expected: notice.version, media: [], by });
}

/** Whoever sees it may say what is wrong with it; managers of its place read that. */
export async function report({ staff, partner, form, words }: PartnerActor): Promise<Done<'reported'>> {
	const reason = textOf(form, 'reason').trim();
	const id = keyOf(form);
	const values = { form: 'report', reason };
	if (!id) return problem(words, 'form_unreadable', 'reason', { values });
	if (!reason) return problem(words, 'partner_reason', 'reason', { values });
	if (lengthOf(reason) > MAX_REASON)
		return problem(words, 'partner_long', 'reason', { values, params: { n: MAX_REASON } });
	await reportPartner(id, { partner: partner.id, reason, by: staff.id });
	await noteAct(staff.id, 'partner.reported', partner.id);
	return { done: 'reported' };
}

export async function handle({ staff, partner, reports, form }: PartnerActor): Promise<{ done: 'handled' }> {
	if (!mayLookAfter(staff, partner)) giveUp('forbidden');
	const found = reports.find(({ id }) => id === textOf(form, 'report')) ?? giveUp('not_found');
	if (found.handledAtMs === 0) {
		await handleReport(found.id, staff.id);
		await noteAct(staff.id, 'partner.report-handled', partner.id);
	}
	return { done: 'handled' };
}
