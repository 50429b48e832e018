import { isAccount, type Account } from '../../domain/vietqr/account';
import { db } from '../database';
import { orTrouble, ProfileGone, type Trouble } from '../trouble';

/** Keeps her account on this phone, and nowhere else; one that is there is replaced. */
export async function keepAccount(
	profile: string,
	{ bin, number, holder }: Account,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | { kind: 'unfit' } | Trouble> {
	if (!isAccount({ bin, number, holder })) return { kind: 'unfit' };
	return orTrouble(() =>
		db.transaction('rw', [db.profiles, db.accounts], async () => {
			if (!(await db.profiles.get(profile))) throw new ProfileGone();
			await db.accounts.put({ profile, bin, number, holder, keptAtMs: now() });
			return { kind: 'kept' as const };
		})
	);
}
