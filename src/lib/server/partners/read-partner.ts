import {
	MAX_ABOUT,
	MAX_AMOUNT,
	MAX_CONTACT_NAME,
	MAX_PARTNER_NAME,
	MAX_QUALITY,
	MAX_WANTS,
	type PartnerGiven,
	type Want
} from '$lib/domain/partner';
import { GIVES, PARTNER_KINDS, type PartnerKind } from '$lib/domain/partner-kinds';
import { PRODUCT_KINDS, UNITS, type ProductKind, type Unit } from '$lib/domain/product-kinds';
import { textProblem, tidyText } from '$lib/domain/stall-text';
import { codesOf, placeOfCode } from '../places/code';
import { codesFor } from '../places/codes-for';
import { newPublicId } from '../secrets';

export const MAX_PLACE = 120;

/** What is wrong with a field (`problem.partner_<fault>` in the console, `fault.<fault>` on the strangers' form). */
export type PartnerFault =
	| 'name'
	| 'kind'
	| 'contact'
	| 'reach'
	| 'phone'
	| 'email'
	| 'registration'
	| 'place'
	| 'want'
	| 'amount'
	| 'months'
	| 'nothing'
	| 'long'
	| 'link';
export type ReadPartner = { given: PartnerGiven } | { fault: PartnerFault; field: string; n?: number };

const text = (form: FormData, field: string): string => {
	const value = form.get(field);
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};
const all = (form: FormData, field: string): string[] => form.getAll(field).map(String).filter(Boolean);

const LINES = [
	'name',
	'kind',
	'registration',
	'contactName',
	'phone',
	'email',
	'place',
	'code',
	'placed'
] as const;
const OF_WANT = ['Id', 'Kind', 'Amount', 'Unit', 'Quality'] as const;

/** What stands in the fields of the form, as text: so it comes back with a problem, and so two versions are compared. */
export function partnerFields(form: FormData): Record<string, string> {
	const fields: Record<string, string> = Object.fromEntries(
		[...LINES, 'about'].map((field) => [field, text(form, field)])
	);
	for (let n = 0; n < MAX_WANTS; n++) {
		for (const part of OF_WANT) fields[`want${n}${part}`] = text(form, `want${n}${part}`);
		fields[`want${n}Months`] = all(form, `want${n}Months`).join(' ');
	}
	return { ...fields, gives: all(form, 'gives').join(' ') };
}

/** The form as it is filled with a partner. `placed`: the words that the code was chosen for. */
export function fieldsOfPartner(partner: PartnerGiven): Record<string, string> {
	const { name, kind, registration, contactName, phone, email, place, province, commune, about } = partner;
	const fields: Record<string, string> = {
		name,
		kind,
		registration,
		contactName,
		phone,
		email,
		place,
		about
	};
	const code = commune || province;
	for (let n = 0; n < MAX_WANTS; n++) {
		const want = partner.wants[n];
		fields[`want${n}Id`] = want?.id ?? '';
		fields[`want${n}Kind`] = want?.kind ?? '';
		fields[`want${n}Amount`] = want?.amount ? String(want.amount) : '';
		fields[`want${n}Unit`] = want?.unit ?? '';
		fields[`want${n}Quality`] = want?.quality ?? '';
		fields[`want${n}Months`] = want?.months.join(' ') ?? '';
	}
	return { ...fields, code, placed: code ? place : '', gives: partner.gives.join(' ') };
}

/** The partner that a form describes, or the first thing that is wrong with it. */
export async function readPartner(form: FormData): Promise<ReadPartner> {
	const name = tidyText(text(form, 'name'));
	if (!isName(name, MAX_PARTNER_NAME)) return { fault: 'name', field: 'name', n: MAX_PARTNER_NAME };
	const kind = text(form, 'kind') as PartnerKind;
	if (!PARTNER_KINDS.includes(kind)) return { fault: 'kind', field: 'kind' };
	const contactName = tidyText(text(form, 'contactName'));
	if (!isName(contactName, MAX_CONTACT_NAME))
		return { fault: 'contact', field: 'contactName', n: MAX_CONTACT_NAME };
	const phone = phoneOf(text(form, 'phone'));
	if (phone === null) return { fault: 'phone', field: 'phone' };
	const email = text(form, 'email').trim().toLowerCase();
	if (email && !/^[^\s@<>"]{1,64}@[^\s@<>"]{1,50}\.[a-z]{2,}$/.test(email))
		return { fault: 'email', field: 'email' };
	if (!phone && !email) return { fault: 'reach', field: 'phone' };
	const registration = text(form, 'registration').replace(/[\s.]/g, '').toUpperCase();
	if (registration && !/^(?=.*\d)[\p{L}\d/-]{5,40}$/u.test(registration))
		return { fault: 'registration', field: 'registration' };
	const where = await whereIn(form);
	if ('fault' in where) return where;
	const wants = wantsIn(form);
	if ('fault' in wants) return wants;
	const gives = GIVES.filter((give) => form.getAll('gives').includes(give));
	if (wants.length + gives.length === 0) return { fault: 'nothing', field: 'gives' };
	const about = text(form, 'about').trim().normalize('NFC');
	const words = wordsFault(about, MAX_ABOUT);
	if (words) return { fault: words, field: 'about', n: MAX_ABOUT };
	return {
		given: { name, kind, registration, contactName, phone, email, ...where, wants, gives, about }
	};
}

type Where = Pick<PartnerGiven, 'place' | 'province' | 'commune'>;

/** Words with the place that they mean; on the strangers' form a province from the list, and words if there are any. */
async function whereIn(form: FormData): Promise<Where | Extract<ReadPartner, { fault: string }>> {
	const tidy = (field: string) => text(form, field).replace(/\s+/g, ' ').trim().normalize('NFC');
	const place = tidy('place');
	if ([...place].length > MAX_PLACE) return { fault: 'long', field: 'place', n: MAX_PLACE };
	if (wordsFault(place, MAX_PLACE)) return { fault: 'link', field: 'place' };
	if (form.has('province')) {
		const chosen = await placeOfCode(text(form, 'province'));
		if (chosen?.kind !== 'province') return { fault: 'place', field: 'province' };
		const { name } = chosen.now;
		return { place: [place, name].filter(Boolean).join(', '), ...codesOf(chosen) };
	}
	const codes = await codesFor(place, text(form, 'code'), tidy('placed'));
	return place && codes ? { place, ...codes } : { fault: 'place', field: 'place' };
}

/** A row without a product is empty, whatever else stands in it. */
function wantsIn(form: FormData): Want[] | Extract<ReadPartner, { fault: string }> {
	const wants: Want[] = [];
	for (let n = 0; n < MAX_WANTS; n++) {
		const of = (part: string) => text(form, `want${n}${part}`).trim();
		const kind = of('Kind') as ProductKind;
		if (!kind) continue;
		const unit = of('Unit') as Unit;
		if (!PRODUCT_KINDS.includes(kind) || !UNITS.includes(unit))
			return { fault: 'want', field: `want${n}Kind` };
		const amount = amountOf(of('Amount'));
		if (amount === null) return { fault: 'amount', field: `want${n}Amount`, n: MAX_AMOUNT };
		const months = all(form, `want${n}Months`).map(Number);
		if (!months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12))
			return { fault: 'months', field: `want${n}Months` };
		const quality = tidyText(of('Quality'));
		const words = wordsFault(quality, MAX_QUALITY);
		if (words) return { fault: words, field: `want${n}Quality`, n: MAX_QUALITY };
		const id = /^[a-z0-9]{10}$/.test(of('Id')) ? of('Id') : newPublicId(10);
		const isKnown = wants.some((want) => want.id === id);
		const row = { id: isKnown ? newPublicId(10) : id, kind, amount, unit, quality };
		wants.push({ ...row, months: [...new Set(months)].sort((a, b) => a - b) });
	}
	return wants;
}

/** Letters that look like ours and are not ("Quà Quê" with a Cyrillic а) would make two names of one. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u;
const isName = (name: string, max: number): boolean =>
	textProblem(name, { min: 2, max }) === null && !FOREIGN.test(name);

/** Advertisements have links; a partner's words need none. */
function wordsFault(words: string, max: number): 'long' | 'link' | null {
	if ([...words].length > max) return 'long';
	return ['link', 'strange'].includes(textProblem(words.replace(/\n/g, ' '), { min: 0, max }) ?? '')
		? 'link'
		: null;
}

/** "+84 24 3974 5555" is 02439745555; '' when there is none; null when it is no telephone number. */
export function phoneOf(typed: string): string | null {
	const bare = typed.replace(/[\s.()-]/g, '').replace(/^(\+84|0084)0?/, '0');
	if (bare === '') return '';
	return /^(0\d{8,10}|1[89]00\d{4,6}|\+\d{8,15})$/.test(bare) ? bare : null;
}

/** "1.500" and "1 500" are 1500; '' is 0: whatever there is. Null: no amount. */
export function amountOf(typed: string, max = MAX_AMOUNT): number | null {
	const bare = typed.trim().replace(/[\s.,](?=\d{3}(\D|$))/g, '');
	if (bare === '') return 0;
	return /^\d{1,12}$/.test(bare) && Number(bare) <= max ? Number(bare) : null;
}
