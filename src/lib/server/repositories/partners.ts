import { ClientResponseError } from 'pocketbase';
import * as v from 'valibot';
import { PartnerGiven, isOtherContact } from '$lib/domain/partner';
import type { Check, PartnerState } from '$lib/domain/partner-kinds';
import type { Alike, Partner, PartnerReport } from '$lib/domain/partner-seen';
import { plain } from '../places/plain';
import { pbCall, pocketbase } from '../pocketbase';

export type { Alike, Partner, PartnerReport };

/** What a stranger's form is kept under instead of a member of staff. */
export const BY_FORM = 'form';

/** Who reads: a trainer (`trainer`), or a manager with these places; `reader` is her id. */
export type PartnerReader = { reader: string; trainer: string; places: string[] };
export type PartnerFilter = {
	text: string;
	kind: string;
	state: string;
	place: string;
	product: string;
	give: string;
};

/** A page of those that she may see: what waits for a manager first. */
export async function partnersFor(
	{ reader, trainer, places }: PartnerReader,
	{ text, ...filter }: PartnerFilter,
	{ most, skip }: { most: number; skip: number }
): Promise<{ partners: Partner[]; total: number; waiting: { unverified: number; reported: number } }> {
	const words = JSON.stringify(plain(text).split(' ').filter(Boolean).slice(0, 8));
	const asked = { reader, trainer, places: JSON.stringify(places), words, ...filter };
	return pbCall('POST', '/api/banmay/partners/list', { ...asked, most, skip });
}

export const verifiedPartners = async (): Promise<Partner[]> =>
	(await pbCall<{ partners: Partner[] }>('GET', '/api/banmay/partners/verified')).partners;

export async function partnerById(
	id: string
): Promise<{ partner: Partner | null; alike: Alike[]; reports: PartnerReport[] }> {
	return pbCall('GET', `/api/banmay/partners/${id}`);
}

/** Writes a new partner, unverified, under the form's key: sent twice it is one. @throws {ValiError} */
export async function addPartner(
	id: string,
	given: PartnerGiven,
	by: string,
	now = Date.now()
): Promise<'kept' | 'same'> {
	const row = { ...rowOf(given), state: 'unverified', enteredBy: by, enteredAtMs: now };
	const rest = { version: 1, changedBy: by, changedAtMs: now };
	try {
		await (await pocketbase()).collection('partners').create({ id, ...row, ...rest });
		return 'kept';
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 400) return 'same';
		throw cause;
	}
}

type Expected = { expected: number; by: string };
type Changed = { outcome: 'kept' | 'stale' | 'gone'; notices: string[] };

/** Changes what stands about a partner. One that was verified is so no longer when what was checked has changed. */
export async function changePartner(
	partner: Partner,
	given: PartnerGiven,
	{ expected, by }: Expected,
	now = Date.now()
): Promise<Changed['outcome']> {
	const isUnsure = partner.state === 'verified' && isOtherContact(partner, given);
	const unsure = isUnsure ? { state: 'unverified', stateBy: by, stateAtMs: now, stateReason: '' } : {};
	const values = { ...rowOf(given), ...unsure, changedAtMs: now };
	return (await change(partner.id, values, { expected, by })).outcome;
}

/** A manager has checked it, and says how. */
export async function verifyPartner(
	id: string,
	{ how, words }: { how: Check; words: string },
	{ expected, by }: Expected,
	now = Date.now()
): Promise<Changed['outcome']> {
	const values = {
		state: 'verified',
		verifiedBy: by,
		verifiedAtMs: now,
		verifiedHow: how,
		verifiedWords: words
	};
	return (await change(id, { ...values, stateBy: by, stateAtMs: now, stateReason: '' }, { expected, by }))
		.outcome;
}

/** Refuses, suspends, or puts it back to be checked. @returns also what stands on phones about its introductions */
export const setPartnerState = (
	id: string,
	{ state, reason }: { state: Exclude<PartnerState, 'verified'>; reason: string },
	{ expected, by }: Expected,
	now = Date.now()
): Promise<Changed> =>
	change(id, { state, stateBy: by, stateAtMs: now, stateReason: reason }, { expected, by });

const change = (id: string, values: object, { expected, by }: Expected): Promise<Changed> =>
	pbCall('POST', `/api/banmay/partners/${id}/change`, { expected, values, by });

/** A member of staff says what is wrong with it. */
export async function reportPartner(
	id: string,
	{ partner, reason, by }: { partner: string; reason: string; by: string },
	now = Date.now()
): Promise<void> {
	try {
		await (await pocketbase()).collection('partner_reports').create({ id, partner, reason, by, atMs: now });
	} catch (cause) {
		// The same form twice.
		if (!(cause instanceof ClientResponseError && cause.status === 400)) throw cause;
	}
}

export async function handleReport(id: string, by: string, now = Date.now()): Promise<void> {
	await (await pocketbase()).collection('partner_reports').update(id, { handledBy: by, handledAtMs: now });
}

function rowOf(raw: PartnerGiven) {
	const given = v.parse(PartnerGiven, raw);
	const { name, contactName, phone, email, registration, place, about } = given;
	return {
		...given,
		wants: JSON.stringify(given.wants),
		gives: JSON.stringify(given.gives),
		nameKey: nameKeyOf(name),
		searchKey: plain([name, place, contactName, email, phone, registration, about].join(' ')).slice(0, 1200)
	};
}

/** What is written before and after the name that people know a partner by. */
const FORMS =
	/\b(cong ty|cty|ct|trach nhiem huu han|tnhh|co phan|cp|cua hang|mot thanh vien|mtv|hop tac xa|htx|lien minh htx|doanh nghiep tu nhan|dntn|ltd|co|jsc|company)\b/g;

/** Names that are one to the ear are one here: without signs, accents, blanks and the form of the company. */
export function nameKeyOf(name: string): string {
	const whole = plain(name);
	const bare = whole.replace(FORMS, ' ').replace(/\s+/g, '');
	return bare || whole.replace(/\s+/g, '');
}
