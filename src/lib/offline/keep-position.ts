import { db } from './database';
import { orTrouble, type Trouble } from './trouble';

/** Keeps the step of a lesson at which she is, when nothing else happened that would be recorded. */
export async function keepPosition(
	profileId: string,
	lesson: string,
	position: number
): Promise<{ kind: 'kept' } | Trouble> {
	return orTrouble(async () => {
		await db.positions.put({ profile: profileId, lesson, position });
		return { kind: 'kept' as const };
	});
}
