import { fromBase64Url, toBase64Url } from './base64-url';
import { MAX_BUNDLE_BYTES } from './bundle';

/**
 * Bundles as a text file, one a line. Text, and called .txt, because phones share only kinds of files that they know
 * (Chrome's list of what may be shared has no "any file").
 */
const HEAD = 'BAN MAY EVENTS 1';
export const FILE_TYPE = 'text/plain';
/** Twenty bundles of a phone that was never online. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
const MAX_BUNDLES = 100;

export const toFile = (bundles: readonly Uint8Array[]): string =>
	[HEAD, ...bundles.map(toBase64Url), ''].join('\n');

/** The bundles of a file; undefined for a file that is none of ours, or damaged. */
export function fromFile(text: string): Uint8Array[] | undefined {
	const [head, ...lines] = text
		.replace(/^\ufeff/, '')
		.split(/\r?\n/)
		.filter((line) => line !== '');
	if (head?.trimEnd() !== HEAD || lines.length === 0 || lines.length > MAX_BUNDLES) return undefined;
	const bundles = lines.map((line) => fromBase64Url(line.trim()));
	const isWhole = (bundle: Uint8Array | undefined) => bundle && bundle.length <= MAX_BUNDLE_BYTES;
	return bundles.every(isWhole) ? (bundles as Uint8Array[]) : undefined;
}
