import { redirect, type ActionFailure } from '@sveltejs/kit';
import { giveUp } from '$lib/server/errors';
import { mayChange } from '$lib/server/partners/may-see';
import {
	fieldsOfPartner,
	partnerFields,
	readPartner,
	type ReadPartner
} from '$lib/server/partners/read-partner';
import { noteAct } from '$lib/server/repositories/audit';
import { addPartner, changePartner, partnerById, type Partner } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';
import type { ConsoleKey, Words } from '../../words';
import { keyOf, problem, type FormProblem } from '../form';
import { meanwhile } from '../people/meanwhile';
import { seenIn } from '../people/seen';
import { placesAnywhere } from './places-anywhere';

/** A partner that a member of staff knows: entered once, unverified until a manager has checked it. */
export async function enterPartner(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	const values = partnerFields(form);
	const key = keyOf(form);
	if (!key) return problem(words, 'form_unreadable', 'name', { values });
	const read = await readPartner(form);
	if ('fault' in read) return told(words, read, values);
	if ((await addPartner(key, read.given, staff.id)) === 'kept')
		await noteAct(staff.id, 'partner.entered', key);
	redirect(303, `/trainer/partners/${key}?done=entered`);
}

/** Changes what stands about it, unless somebody else has meanwhile. Another contact has to be checked anew. */
export async function changePartnerBy(
	staff: Staff,
	partner: Partner,
	form: FormData,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	if (!mayChange(staff, partner)) giveUp('forbidden');
	const mine = partnerFields(form);
	const seen = seenIn(form);
	if (!seen) return problem(words, 'form_unreadable', 'name', { values: mine });
	if (seen.version !== partner.version) return toldMeanwhile(partner);
	const read = await readPartner(form);
	const values = { ...mine, version: String(seen.version), was: JSON.stringify(seen.was) };
	if ('fault' in read) return told(words, read, values);
	const outcome = await changePartner(partner, read.given, { expected: seen.version, by: staff.id });
	if (outcome === 'gone') giveUp('not_found');
	const now = (await partnerById(partner.id)).partner ?? partner;
	if (outcome === 'stale') return toldMeanwhile(now);
	await noteAct(staff.id, 'partner.changed', partner.id);
	const isUnsure = partner.state === 'verified' && now.state === 'unverified';
	redirect(303, `/trainer/partners/${partner.id}?done=${isUnsure ? 'unsure' : 'changed'}`);

	function toldMeanwhile(latest: Partner) {
		const fields = fieldsOfPartner(latest);
		const called = (key: ConsoleKey) => ({ called: key });
		return meanwhile(
			words,
			{ was: seen?.was ?? {}, mine, now: fields },
			{
				version: latest.version,
				changedBy: latest.changedBy,
				said: {
					name: called('partners.name'),
					kind: {
						called: 'partners.kind',
						say: (kind) => words.t(`partners.kind.${kind}` as ConsoleKey)
					},
					registration: called('partners.registration'),
					contactName: called('partners.contactName'),
					phone: called('partners.phone'),
					email: called('partners.email'),
					place: called('partners.place'),
					about: called('partners.about')
				}
			}
		);
	}
}

async function told(
	words: Words,
	{ fault, field, n }: Extract<ReadPartner, { fault: string }>,
	values: Record<string, string>
): Promise<ActionFailure<FormProblem>> {
	const options = fault === 'place' ? await placesAnywhere(values.place ?? '') : [];
	return problem(words, `partner_${fault}`, field, {
		values: options.length > 0 ? { ...values, candidates: JSON.stringify(options) } : values,
		...(n !== undefined && { params: { n } })
	});
}
