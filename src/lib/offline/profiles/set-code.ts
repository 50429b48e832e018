import { db } from '../database';
import { orTrouble, type Trouble } from '../trouble';
import { forgetTries } from './code-tries';
import { hashCode, newSalt } from './hash-code';
import { rememberUnlocked } from './is-locked';

/** Guards her profile with three pictures, in order; null takes the guard away. */
export async function setCode(
	profileId: string,
	pictures: readonly string[] | null,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Trouble> {
	return orTrouble(async () => {
		const code = pictures && (await hashCode(pictures, newSalt()));
		await db.transaction('rw', db.profiles, db.meta, async () => {
			await db.profiles.update(profileId, { code, codeSetAtMs: code ? now() : 0 });
			await forgetTries(profileId);
		});
		rememberUnlocked({ id: profileId, code });
		return { kind: 'kept' as const };
	});
}
