/** Opus counts its samples at 48 kHz, whatever went in (RFC 7845). */
const GRANULES_A_MS = 48;
const PAGE = Buffer.from('OggS');
const HEAD = Buffer.from('OpusHead');

/** How long an Ogg Opus file sounds, in ms: the last page's position less what decoders skip at the start.
 * @throws {Error} when it is no Ogg Opus file */
export function oggOpusMs(bytes: Uint8Array): number {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const head = file.indexOf(HEAD);
	const last = file.lastIndexOf(PAGE);
	if (!file.subarray(0, 4).equals(PAGE) || head < 0 || last <= head)
		throw new Error('This is no Ogg Opus file.');
	const preSkip = file.readUInt16LE(head + 10);
	return Math.round((Number(file.readBigInt64LE(last + 6)) - preSkip) / GRANULES_A_MS);
}
