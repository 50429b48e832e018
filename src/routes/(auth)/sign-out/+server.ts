import { redirect } from '@sveltejs/kit';
import { endSession } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** By POST only: a picture that points here must sign nobody out. */
export const POST: RequestHandler = async (event) => {
	await endSession(event);
	redirect(303, '/sign-in');
};
