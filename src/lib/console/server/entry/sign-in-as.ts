import type { RequestEvent } from '@sveltejs/kit';
import { createStaffSession, endSession } from '$lib/server/session';

/** Signs this browser in. Whoever was signed in on it no longer is: a session never changes hands. */
export async function signInAs(
	event: Pick<RequestEvent, 'cookies' | 'url' | 'request'>,
	staff: string
): Promise<void> {
	await endSession(event);
	await createStaffSession(event, staff);
}
