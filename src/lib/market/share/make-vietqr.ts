import { priceProblem, type PriceProblem } from '$lib/domain/price';
import { isAccount, type Account } from '$lib/domain/vietqr/account';
import { readVietQr } from '$lib/domain/vietqr/read-vietqr';

/** `account`: it is none that the phone keeps. `unlike`: what was made does not say what she entered, and is shown to nobody. */
export type MadeVietQr =
	{ kind: 'made'; text: string } | { kind: 'refused'; why: 'account' | 'unlike' | PriceProblem };

/** Writes the code for this account and amount; the library's own one, or a test's. */
type Write = (account: Account, amount: number | null) => Promise<string>;

/**
 * The code by which a bank's app pays to her account. Made by vietnam-qr-pay on the phone, and read back by our own eye:
 * what does not lead to this account with this amount is not given out.
 * @param amount whole đồng, or null: who pays says how much
 */
export async function makeVietQr(
	account: Account,
	amount: number | null,
	write: Write = byLibrary
): Promise<MadeVietQr> {
	if (!isAccount(account)) return { kind: 'refused', why: 'account' };
	const problem = amount === null ? null : priceProblem(amount);
	if (problem) return { kind: 'refused', why: problem };
	const text = await write(account, amount);
	const read = readVietQr(text);
	const isHers =
		read.kind === 'read' &&
		read.transfer.bin === account.bin &&
		read.transfer.number === account.number &&
		read.transfer.amount === amount &&
		read.transfer.purpose === '';
	return isHers ? { kind: 'made', text } : { kind: 'refused', why: 'unlike' };
}

/** The file itself, not the package's front: that brings lists of banks and their apps along (10 kB). */
async function byLibrary({ bin, number }: Account, amount: number | null): Promise<string> {
	const { QRPay } = await import('vietnam-qr-pay/dist/qr-pay.js');
	const options = { bankBin: bin, bankNumber: number };
	return QRPay.initVietQR(amount === null ? options : { ...options, amount: String(amount) }).build();
}
