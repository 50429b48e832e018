import { db } from '../database';
import { orTrouble, type Trouble } from '../trouble';

/** Takes her account off this phone; it was nowhere else. */
export const forgetAccount = (profile: string): Promise<{ kind: 'gone' } | Trouble> =>
	orTrouble(async () => {
		await db.accounts.delete(profile);
		return { kind: 'gone' as const };
	});
