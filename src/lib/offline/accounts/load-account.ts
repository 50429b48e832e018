import { isAccount, type Account } from '../../domain/vietqr/account';
import { db } from '../database';

/** Her account as this phone keeps it; null where there is none, or one that no code could be made of. */
export async function loadAccount(profile: string): Promise<Account | null> {
	const row = await db.accounts.get(profile);
	if (!row) return null;
	const { bin, number, holder } = row;
	return isAccount({ bin, number, holder }) ? { bin, number, holder } : null;
}
