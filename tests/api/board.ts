import { randomInt } from 'node:crypto';
import { newPublicId } from '$lib/server/secrets';
import { partnersFor, type Partner } from '$lib/server/repositories/partners';
import type { Browser } from './browser';

/** What an office types into the form; each call is another organisation. */
export const typed = (values: Record<string, string> = {}): Record<string, string> => ({
	name: `Cửa hàng Quà Quê ${newPublicId(8)}`,
	kind: 'retailer',
	registration: '',
	contactName: 'Chị Hà',
	phone: `024${String(randomInt(10_000_000)).padStart(8, '0')}`,
	email: '',
	place: 'Tỉnh Thái Nguyên',
	want0Kind: 'honey',
	want0Amount: '10',
	want0Unit: 'bottle',
	gives: 'transport',
	key: newPublicId(15),
	...values
});

/** As a manager of the whole programme sees it. */
export async function partnersNamed(text: string): Promise<Partner[]> {
	const everywhere = { reader: '', trainer: '', places: [] };
	const filter = { text, kind: '', state: '', place: '', product: '', give: '' };
	return (await partnersFor(everywhere, filter, { most: 50, skip: 0 })).partners;
}

export async function partnerNamed(name: string): Promise<Partner> {
	const found = (await partnersNamed(name)).filter((partner) => partner.name === name);
	if (found.length !== 1) throw new Error(`${found.length} partners are called ${name}`);
	return found[0]!;
}

/** Presses a button on a partner's page. */
export const act = (browser: Browser, partner: string, what: string, values: Record<string, string> = {}) =>
	browser.submit(`/trainer/partners/${partner}?/${what}`, values);

/** A member of staff enters a partner, and a manager says that she has checked it. */
export async function verifiedPartner(
	{ by, manager }: { by: Browser; manager: Browser },
	values: Record<string, string> = {}
): Promise<Partner> {
	const form = typed(values);
	const entered = await by.submit('/trainer/partners/new?/enter', form);
	if (entered.status !== 303) throw new Error(`entering answered ${entered.status}: ${await entered.text()}`);
	const partner = await partnerNamed(form.name!);
	const checked = await act(manager, partner.id, 'verify', { how: 'called', version: '1' });
	if (checked.status !== 200) throw new Error(`checking answered ${checked.status}: ${await checked.text()}`);
	return partnerNamed(form.name!);
}
