import { createHash } from 'node:crypto';
import { ClientResponseError } from 'pocketbase';
import { log } from '../log';
import { pocketbase } from '../pocketbase';
import { addressKey, rateLimits } from '../rate-limit';
import { keepNotice } from '../repositories/notices';
import type { ProductRow, StallWithProducts } from './shapes';

export const MAX_MESSAGE = 2000;
const MAX_NAME = 100;
const MAX_CONTACT = 200;
const NOTICE_STANDS_MS = 30 * 24 * 3600_000;

/** `sent` also for what a machine filled in: it is told nothing, and nothing is kept. */
export type Asked =
	| { kind: 'sent' }
	| { kind: 'missing' | 'long' | 'often'; status: 400 | 413 | 429; values: Record<string, string> };

/**
 * A stranger asks: it goes to the seller's trainer, and the seller hears that somebody asks. No account, no address and
 * no machine's mark of hers is kept, only what she wrote.
 */
export async function askSeller(
	{ stall, products }: StallWithProducts,
	form: FormData,
	address: string,
	now = Date.now()
): Promise<Asked> {
	const text = (field: string) => {
		const value = form.get(field);
		return typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : '';
	};
	const values = { name: text('name'), contact: text('contact'), message: text('message') };
	const { name, contact, message } = values;
	// The field that no person sees.
	if (text('website')) return { kind: 'sent' };
	if (!name || !contact || !message) return { kind: 'missing', status: 400, values };
	const isLong = name.length > MAX_NAME || contact.length > MAX_CONTACT || message.length > MAX_MESSAGE;
	if (isLong) return { kind: 'long', status: 413, values };
	if (await rateLimits.take(['askByAddress', addressKey(address)], ['askByStall', stall.id]))
		return { kind: 'often', status: 429, values };
	const product = products.find(({ id }) => id === text('product'));
	const key = /^[a-z0-9]{26}$/.test(text('key')) ? text('key') : keyOf(stall.id, values, now);
	const row = { key, stall: stall.id, product: product?.id ?? '', ...values, sentAtMs: now };
	const isNew = await keepOnce(row);
	if (isNew) await tellSeller(stall, product ?? products[0], now);
	return { kind: 'sent' };
}

/** Without a key of its own, the same words on one day are one message. */
const keyOf = (stall: string, values: object, now: number) =>
	createHash('sha256')
		.update(JSON.stringify([stall, values, dayOf(now)]))
		.digest('hex')
		.slice(0, 26);

async function keepOnce(row: Record<string, unknown>): Promise<boolean> {
	try {
		await (await pocketbase()).collection('stall_messages').create(row);
		return true;
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 400) return false;
		throw cause;
	}
}

/** She hears it once a day for each product, however many ask: who they are her trainer tells her. */
async function tellSeller(
	stall: StallWithProducts['stall'],
	product: ProductRow | undefined,
	now: number
): Promise<void> {
	const learner = product?.learner ?? (stall.ownerKind === 'learner' ? stall.owner : '');
	if (!learner) return;
	const id = createHash('sha256')
		.update([learner, product?.id, dayOf(now)].join())
		.digest('hex')
		.slice(0, 15);
	const { text, kind } = product?.body.name ?? {};
	const body = { name: (text ?? product?.writtenName ?? '').slice(0, 60), kind: kind ?? null };
	const rest = { newcomers: false, fromMs: now, untilMs: now + NOTICE_STANDS_MS };
	await keepNotice(
		{ id, kind: 'buyer', body, targets: [{ scope: 'learner', id: learner }], ...rest },
		''
	).catch((cause: unknown) => log.warn({ err: cause }, 'a seller was not told'));
}

const dayOf = (ms: number) => Math.floor((ms + 7 * 3600_000) / (24 * 3600_000));
