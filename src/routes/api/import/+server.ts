import { readJson } from '$lib/server/body';
import { noteAct } from '$lib/server/repositories/audit';
import { errors, refuse } from '$lib/server/errors';
import { reachesAll } from '$lib/server/reach';
import { importFile } from '$lib/studio/server/import-file';
import { showsImportKey } from '$lib/studio/server/import-key';
import { blobs } from '$lib/studio/server/blobs';
import type { Imported } from '$lib/studio/server/import-content';
import { importPack } from '$lib/studio/server/pack/import-pack';
import { readPack } from '$lib/studio/server/pack/read-pack';
import { publish } from '$lib/studio/server/publish';
import { readPublished } from '$lib/studio/server/published';
import type { RequestHandler } from './$types';

/** Takes a curriculum, a source bundle, or a pack (as `application/zip`). @returns `{imported, unchanged}`, or every fault with its place */
export const POST: RequestHandler = async ({ request, locals: { principal } }) => {
	const mayByRole = reachesAll(principal) || (principal.kind === 'staff' && principal.role === 'owner');
	if (!mayByRole && !showsImportKey(request))
		return refuse(principal.kind === 'guest' ? 'not_signed_in' : 'forbidden');
	const result = await importBody(request);
	if (!result) return refuse('malformed');
	if (result.kind === 'faulty') {
		const [status, message] = errors.import_faulty;
		return Response.json({ code: 'import_faulty', message, faults: result.faults }, { status });
	}
	const { imported, unchanged } = result;
	await noteAct(principal.kind === 'staff' ? principal.id : 'owner', 'content.imported', `${imported}`);
	return Response.json({ imported, unchanged });
};

async function importBody(request: Request): Promise<Imported | undefined> {
	if (request.headers.get('content-type')?.startsWith('application/zip')) {
		const read = await readPack(new Uint8Array(await request.arrayBuffer()));
		return read.kind === 'faulty' ? read : importPack(read.value, { blobs: blobs(), readPublished, publish });
	}
	const input = await readJson(request);
	return input === undefined ? undefined : importFile(input);
}
