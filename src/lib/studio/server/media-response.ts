import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isKnown } from './is-known';
import { readRange } from './range';

const TYPES: Record<string, string> = {
	ogg: 'audio/ogg',
	mp3: 'audio/mpeg',
	opus: 'audio/ogg; codecs=opus',
	svg: 'image/svg+xml',
	webp: 'image/webp'
};
/** A picture opened by its own address may not run or load anything. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'";

const packed = promisify(gzip);

/** A media file, whole or in part, or 304, or 416. Its name is its hash, so it never changes. */
export async function mediaResponse(request: Request, name: string, bytes: Buffer): Promise<Response> {
	const [hash, extension = ''] = name.split('.');
	const etag = `"${hash}"`;
	const headers = new Headers({
		etag,
		'cache-control': 'public, max-age=31536000, immutable, no-transform',
		'content-type': TYPES[extension] ?? 'application/octet-stream',
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin'
	});
	if (extension === 'svg') headers.set('content-security-policy', INERT);
	if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
	if (extension === 'svg') return wholePicture(request, bytes, headers);
	headers.set('accept-ranges', 'bytes');
	return partOf(request, bytes, headers, etag);
}

/** Pictures are text: they travel packed, and nobody asks for a part of one. */
async function wholePicture(request: Request, bytes: Buffer, headers: Headers): Promise<Response> {
	headers.set('vary', 'accept-encoding');
	if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return send(request, bytes, headers);
	headers.set('content-encoding', 'gzip');
	headers.set('etag', `W/${headers.get('etag')}`);
	return send(request, await packed(bytes), headers);
}

function partOf(request: Request, bytes: Buffer, headers: Headers, etag: string): Response {
	const condition = request.headers.get('if-range');
	const asked = condition === null || condition === etag ? request.headers.get('range') : null;
	const range = readRange(asked, bytes.length);
	if (range === 'whole') return send(request, bytes, headers);
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${bytes.length}`);
		return new Response(null, { status: 416, headers });
	}
	headers.set('content-range', `bytes ${range.first}-${range.last}/${bytes.length}`);
	return send(request, bytes.subarray(range.first, range.last + 1), headers, 206);
}

function send(request: Request, bytes: Buffer, headers: Headers, status = 200): Response {
	headers.set('content-length', String(bytes.length));
	return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { status, headers });
}
