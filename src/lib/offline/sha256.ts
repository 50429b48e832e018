/** SHA-256 in lower-case hex; null where the browser has no crypto.subtle (no https, no localhost). */
export async function sha256(bytes: BufferSource): Promise<string | null> {
	const subtle = globalThis.crypto?.subtle;
	if (!subtle) return null;
	const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
