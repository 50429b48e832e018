import { SHARING_VERSION } from '../../domain/order-shared';
import type { Trouble } from '../trouble';
import { inBook } from './in-book';
import { sharePaid } from './share-paid';

/**
 * She lets the number of her paid orders leave the phone, or does not any more. With her yes those that are paid are told
 * at once; what was told before a no stays told.
 */
export async function setSharing(
	profile: string,
	yes: boolean,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Trouble> {
	return inBook(
		profile,
		async (pen) => {
			if (pen.book.sharing !== yes) await pen.write({ kind: 'sharing', yes, agreed: SHARING_VERSION });
			await sharePaid(profile, () => pen.nowMs);
			return { kind: 'kept' as const };
		},
		now
	);
}
