import { groupedNumber, type Account } from '$lib/domain/vietqr/account';
import { bankOf } from '$lib/domain/vietqr/banks';
import type { Messages } from '$lib/i18n/messages.svelte';
import { makeVietQr } from './make-vietqr';
import type { CodeOnPicture } from './picture/on-picture';

/** Which code stands on a picture. One at most: of two beside each other a buyer scans the wrong one. */
export const INSIDE = ['none', 'pay', 'stall'] as const;
export type Inside = (typeof INSIDE)[number];
type Asked = {
	inside: Inside;
	account: Account | null;
	/** Null: who pays says how much. */
	amount: number | null;
	/** Where her stall is on the network; null: nowhere yet. */
	address: string | null;
	stall: string;
};

/** The code with its words; `wrong`: one was made that does not say what she entered, and nothing may be shown. */
export async function codeOnPicture(
	{ inside, account, amount, address, stall }: Asked,
	{ t }: Messages
): Promise<CodeOnPicture | null | 'wrong'> {
	if (inside === 'stall' && address) {
		const lines = [address.replace(/^https?:\/\//, '')];
		return { text: address, title: t('share.on.stall'), name: stall, lines };
	}
	if (inside !== 'pay' || !account) return null;
	const made = await makeVietQr(account, amount);
	if (made.kind !== 'made') return 'wrong';
	const lines = [bankOf(account.bin)?.name ?? '', groupedNumber(account.number)];
	return { text: made.text, title: t('share.on.pay'), name: account.holder, lines };
}
