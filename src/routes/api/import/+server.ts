import { readJson } from '$lib/server/body';
import { errors, refuse } from '$lib/server/errors';
import { importFile } from '$lib/studio/server/import-file';
import { showsImportKey } from '$lib/studio/server/import-key';
import type { RequestHandler } from './$types';

/** Takes a curriculum or a source bundle. @returns `{imported, unchanged}`, or every fault with its place */
export const POST: RequestHandler = async ({ request, locals: { principal } }) => {
	const mayByRole = principal.kind === 'staff' && ['manager', 'owner'].includes(principal.role);
	if (!mayByRole && !showsImportKey(request))
		return refuse(principal.kind === 'guest' ? 'not_signed_in' : 'forbidden');
	const input = await readJson(request);
	if (input === undefined) return refuse('malformed');
	const result = await importFile(input);
	if (result.kind === 'faulty') {
		const [status, message] = errors.import_faulty;
		return Response.json({ code: 'import_faulty', message, faults: result.faults }, { status });
	}
	const { imported, unchanged } = result;
	return Response.json({ imported, unchanged });
};
