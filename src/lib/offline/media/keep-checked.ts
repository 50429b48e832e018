import { sha256 } from '../sha256';
import { mediaUrl } from './media-cache';

const types: Record<string, string> = {
	ogg: 'audio/ogg',
	mp3: 'audio/mpeg',
	svg: 'image/svg+xml',
	webp: 'image/webp'
};

/** Puts a whole file into the media cache if its bytes have the hash in its name: a village's login page must not
 * become a clip for ever. @throws when the phone is full. */
export async function keepChecked(
	cache: Cache,
	name: string,
	bytes: ArrayBuffer
): Promise<'kept' | 'damaged'> {
	const found = await sha256(bytes);
	if (found !== null && !name.startsWith(`${found}.`)) return 'damaged';
	const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
	const headers = { 'content-type': type, 'content-length': String(bytes.byteLength) };
	await cache.put(mediaUrl(name), new Response(bytes, { headers }));
	return 'kept';
}
