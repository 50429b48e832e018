import type { StaffRole } from '$lib/server/session';

/** Where a member of staff begins: where she wanted to go, if it is a page of the console, never another site. Who
 * looks after no groups has her account alone. */
export function homeOf(role: StaffRole, to = ''): string {
	if (role === 'expert') return '/trainer/questions';
	if (role !== 'trainer' && role !== 'manager') return '/trainer/me';
	return /^\/trainer(\/[a-z0-9/-]*)?$/.test(to) ? to : '/trainer';
}
