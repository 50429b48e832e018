import { mediaResponse } from '../media-response';
import type { Pack } from './write-pack';

/** A pack to save, whole or in part: a download that breaks off goes on. */
export async function packResponse(request: Request, slug: string, { hash, bytes }: Pack): Promise<Response> {
	const response = await mediaResponse(request, `${hash}.banmay`, bytes);
	response.headers.set('cache-control', 'no-cache, no-transform');
	response.headers.set('content-type', 'application/vnd.banmay+zip');
	response.headers.set('content-disposition', `attachment; filename="${slug}.banmay"`);
	return response;
}
