import { refuse } from '$lib/server/errors';
import { groupsOf } from '$lib/server/repositories/groups';
import { rostersOf } from '$lib/server/repositories/meetings';
import type { RequestHandler } from './$types';

/** A phone sends again what it has kept of these days and the server does not list. */
const TOLD_DAYS_MS = 60 * 24 * 3600_000;

/**
 * The women of a trainer's groups by name and picture, for her phone to keep. A manager gets the groups that are named
 * for her and those that she asks for (`?group=…`): all of a province would be no roster.
 */
export const GET: RequestHandler = async ({ url, locals }) => {
	const { principal } = locals;
	if (principal.kind !== 'staff') return refuse('not_signed_in');
	const asked = new Set(url.searchParams.getAll('group'));
	const hers = (await groupsOf(principal)).filter(
		({ id, trainers, archived }) => !archived && (trainers.includes(principal.id) || asked.has(id))
	);
	const since = Date.now() - TOLD_DAYS_MS;
	const found = await rostersOf(
		hers.map(({ id }) => id),
		principal.id,
		since
	);
	const staff = { id: principal.id, name: principal.name };
	return Response.json({ staff, since, ...found }, { headers: { 'cache-control': 'private, no-store' } });
};
