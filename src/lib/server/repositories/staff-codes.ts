import { cardPepper } from '../pepper';
import { pbCall } from '../pocketbase';
import { hashOfOnce, newOnceCode, newPublicId } from '../secrets';

/** Long enough for a telephone call with a bad line. */
export const CODE_OPEN_MS = 30 * 60_000;
/** With 39 bits, five tries hit once in a hundred thousand million. */
const MAX_WRONG = 5;

/** A code with which this member sets a new password; the one before it opens nothing any more.
 * `by` is the manager's id, '' for the machine's owner. Null: she does not work here. */
export async function giveCode(staff: string, by: string, now = Date.now()): Promise<string | null> {
	const code = newOnceCode();
	const { isKept } = await pbCall<{ isKept: boolean }>('POST', '/api/banmay/staff/code', {
		id: newPublicId(15),
		staff,
		hash: hashOfOnce('code', code, cardPepper()),
		by,
		now,
		until: now + CODE_OPEN_MS
	});
	return isKept ? code : null;
}

/**
 * Sets the password of who shows her code, and ends all her sessions. `wrong` says no more than that: whether the
 * address is anybody's stays unsaid.
 */
export const useCode = (
	{ email, code, password }: { email: string; code: string; password: string },
	now = Date.now()
): Promise<{ outcome: 'set' | 'wrong'; staff: string }> =>
	pbCall('POST', '/api/banmay/staff/reset', {
		email,
		hash: hashOfOnce('code', code, cardPepper()),
		password,
		now,
		maxWrong: MAX_WRONG
	});
