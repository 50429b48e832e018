import { unbakePng, unbakeSvg } from '../bake';
import { fromCompact } from '../compact';
import { MAX_CHARACTERS } from './shape';

/** What somebody gave to be checked. `link`: a badge's address, to be looked up there. */
export type Given = { kind: 'badge'; text: string } | { kind: 'link'; id: string } | { kind: 'nothing' };

const LINK = /\/(?:verify|badges)\/([a-z0-9]{26})(?:\.\w+)?(?:[?#].*)?$/;

/** A pasted or scanned text: JSON, a JWT, a compact code, a link to a badge. */
export function readText(given: string, origin: string): Given {
	const text = given.trim();
	if (!text || text.length > MAX_CHARACTERS) return { kind: 'nothing' };
	// What follows an `&` is her name, not the badge.
	const compact = fromCompact(text.slice(text.indexOf('#') + 1).split('&')[0] ?? '');
	if (compact) return { kind: 'badge', text: compact };
	const id = text.startsWith(`${origin}/`) || text.startsWith('/') ? LINK.exec(text)?.[1] : undefined;
	if (id) return { kind: 'link', id };
	const isBadge = text.startsWith('{') || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);
	return isBadge ? { kind: 'badge', text } : { kind: 'nothing' };
}

/** A file: `.json`, `.jwt`, or a picture with a badge baked in. */
export function readFile(bytes: Uint8Array, origin: string): Given {
	const baked = unbakePng(bytes);
	if (baked) return readText(baked, origin);
	const text = new TextDecoder().decode(bytes);
	return readText(text.includes('<svg') ? (unbakeSvg(text) ?? '') : text, origin);
}

/** A picture of 1080 x 1080 with its badge is 100 kB; photographs are not badges. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
