import { ClientResponseError } from 'pocketbase';
import { pocketbase } from '../pocketbase';
import type { Group } from './groups';

/**
 * Makes a group under an id that the form brought along: sent twice, also at the same moment, it is made once.
 * @returns whether this call made it; false also when the id is another's
 */
export async function createGroupOnce(
	group: Omit<Group, 'archived' | 'version' | 'changedBy'>,
	by: string
): Promise<boolean> {
	try {
		await (await pocketbase()).collection('groups').create({ ...group, createdBy: by, archived: false });
		return true;
	} catch (cause) {
		if (isTaken(cause)) return false;
		throw cause;
	}
}

function isTaken(cause: unknown): boolean {
	if (!(cause instanceof ClientResponseError) || cause.status !== 400) return false;
	const { data } = cause.response as { data?: Record<string, unknown> };
	return data?.id !== undefined;
}
