import { redirect } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { endSession, principalOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** By POST only: a picture that points here must sign nobody out. */
export const POST: RequestHandler = async (event) => {
	const principal = await principalOf(event);
	await endSession(event);
	if (principal.kind === 'staff') await noteAct(principal.id, 'staff.signed-out', principal.id);
	redirect(303, '/sign-in');
};
