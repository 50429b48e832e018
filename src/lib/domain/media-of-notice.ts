const MEDIA = /^[0-9a-f]{64}\.(ogg|svg|webp|mp3)$/;

/** Names of all clips and pictures in a notice's body, of whatever kind: what is named like a file is one. */
export function mediaOfNotice(body: unknown): string[] {
	if (typeof body === 'string') return MEDIA.test(body) ? [body] : [];
	if (typeof body !== 'object' || body === null) return [];
	return Object.values(body).flatMap(mediaOfNotice);
}
