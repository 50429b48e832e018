import { staffOf } from '$lib/console/server/staff-of';
import { refuse } from '$lib/server/errors';
import { files } from '$lib/server/interop/files';
import { noteAct } from '$lib/server/repositories/audit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const make = Object.hasOwn(files, params.name) ? files[params.name] : undefined;
	if (!make) return refuse('not_found');
	const response = await make(url.searchParams, Date.now());
	if (response.ok) await noteAct(staffOf(locals).id, 'file.downloaded', params.name);
	return response;
};
