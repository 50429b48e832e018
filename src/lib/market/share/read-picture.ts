import { numberProblem } from '$lib/domain/vietqr/account';
import { bankOf } from '$lib/domain/vietqr/banks';
import { readVietQr } from '$lib/domain/vietqr/read-vietqr';
import { codeReader } from '$lib/ui/code-reader';

/** none: nothing to read in it. foreign: a code, but none that pays to an account. bank: of a bank that we do not know. */
export type ReadPicture =
	{ kind: 'account'; bin: string; number: string } | { kind: 'none' | 'foreign' | 'bank' };

/** Screens of today's phones are this wide; a camera's 12 megapixels are opened no larger. */
const WIDE_PX = [1080, 540] as const;

/** The account in a picture of her bank's own code, so that she need not type it. The picture is not kept. */
export async function readPicture(file: Blob): Promise<ReadPicture> {
	for (const width of WIDE_PX) {
		const text = await codeIn(file, width);
		if (text) return accountIn(text);
	}
	return { kind: 'none' };
}

export function accountIn(text: string): ReadPicture {
	const read = readVietQr(text);
	if (read.kind !== 'read') return { kind: 'foreign' };
	const { bin, number } = read.transfer;
	if (!bankOf(bin)) return { kind: 'bank' };
	return numberProblem(number) ? { kind: 'foreign' } : { kind: 'account', bin, number };
}

async function codeIn(file: Blob, width: number): Promise<string | undefined> {
	const picture = await createImageBitmap(file, { resizeWidth: width, resizeQuality: 'medium' })
		.catch(() => createImageBitmap(file))
		.catch(() => undefined);
	if (!picture) return undefined;
	try {
		return await (
			await codeReader(width)
		)(picture);
	} catch {
		return undefined;
	} finally {
		picture.close();
	}
}
