import { fromBase64Url, toBase64Url } from './base64url';

/** Her name with the salt of its hash: what she adds to a link when she wants to be known by name. It stands behind
 * the `#`, which no server sees. */
export type NameReveal = { name: string; salt: string };

export const revealText = ({ name, salt }: NameReveal): string =>
	`n=${toBase64Url(new TextEncoder().encode(name))}.${salt}`;

/** @returns undefined when none came along */
export function readReveal(fragment: string): NameReveal | undefined {
	const [, encoded, salt] = /(?:^|[#&])n=([\w-]{1,400})\.([\w-]{1,60})(?:&|$)/.exec(fragment) ?? [];
	if (!encoded || !salt) return undefined;
	try {
		return { name: new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(encoded)), salt };
	} catch {
		return undefined;
	}
}
