import { createHash } from 'node:crypto';
import { addressKey, rateLimits } from '../rate-limit';
import { addPartner, BY_FORM } from '../repositories/partners';
import { partnerFields, readPartner, type PartnerFault } from './read-partner';

/** `sent` also for what a machine filled in: it is told nothing, and nothing is kept. `trouble` comes back with what was
 * typed. */
export type Applied =
	| { kind: 'sent' }
	| {
			kind: 'trouble';
			status: 400 | 429;
			fault: PartnerFault | 'often';
			field: string;
			n?: number;
			values: Record<string, string>;
	  };

/** A stranger's organisation would like to be a partner: kept unverified, for a manager to check. Nothing is kept of whoever
 * sent it but what she wrote. */
export async function apply(form: FormData, address: string, now = Date.now()): Promise<Applied> {
	const typed = (field: string) => {
		const value = form.get(field);
		return typeof value === 'string' ? value : '';
	};
	const values = { ...partnerFields(form), province: typed('province') };
	// The field that no person sees.
	if (typed('website')) return { kind: 'sent' };
	const read = await readPartner(form);
	if ('fault' in read) return { kind: 'trouble', status: 400, ...read, values };
	const { given } = read;
	const often = await rateLimits.take(
		['applyByAddress', addressKey(address)],
		['applyByContact', given.phone || given.email],
		['applyByAll', 'all']
	);
	if (often) return { kind: 'trouble', status: 429, fault: 'often', field: 'form', values };
	const key = /^[a-z0-9]{15}$/.test(typed('key')) ? typed('key') : keyOf(values, now);
	await addPartner(key, given, BY_FORM, now);
	return { kind: 'sent' };
}

/** Without a key of its own, the same words on one day are one application. */
const keyOf = (values: object, now: number) =>
	createHash('sha256')
		.update(JSON.stringify([values, Math.floor(now / 86_400_000)]))
		.digest('hex')
		.slice(0, 15);
