import { rateLimits } from '$lib/server/rate-limit';
import { noteAct, type AuditedAct } from '$lib/server/repositories/audit';

/**
 * Writes down that somebody did not get in: about a member when there is one of that name, else a stranger's address
 * with its middle left out, because people type addresses of their own. So many an hour and no more.
 */
export async function noteFailure(what: AuditedAct, staff: string, email: string): Promise<void> {
	if (await rateLimits.take(['failuresNoted', 'all'])) return;
	await noteAct('', what, staff || masked(email));
}

/** "h…@n…": enough to know one's own mistake again. */
export const masked = (email: string): string =>
	email
		.split('@')
		.slice(0, 2)
		.map((part) => `${[...part][0] ?? ''}…`)
		.join('@');
