import { MAX_CHARACTERS } from './shape';

/** What somebody gave to be checked. `link`: a badge's address, to be looked up there. */
export type Given = { kind: 'badge'; text: string } | { kind: 'link'; id: string } | { kind: 'nothing' };

const LINK = /\/(?:verify|badges)\/([a-z0-9]{26})(?:\.\w+)?(?:[?#].*)?$/;

/** A pasted or scanned text: JSON, a JWT, a compact code, a link to a badge. What a form needs comes with it: who
 * only follows a link loads none of them. */
export async function readText(given: string, origin: string): Promise<Given> {
	const text = given.trim();
	if (!text || text.length > MAX_CHARACTERS) return { kind: 'nothing' };
	const compact = await readCompact(text);
	if (compact) return { kind: 'badge', text: compact };
	const id = text.startsWith(`${origin}/`) || text.startsWith('/') ? LINK.exec(text)?.[1] : undefined;
	if (id) return { kind: 'link', id };
	const isBadge = text.startsWith('{') || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);
	return isBadge ? { kind: 'badge', text } : { kind: 'nothing' };
}

/** The JWT in a code, which may stand behind the `#` of a link and before her name (`&`). */
async function readCompact(text: string): Promise<string | undefined> {
	const code = text.slice(text.indexOf('#') + 1).split('&')[0] ?? '';
	return /^[\w-]{100,}$/.test(code) ? (await import('../compact')).fromCompact(code) : undefined;
}

/** A file: `.json`, `.jwt`, or a picture with a badge baked in. */
export async function readFile(bytes: Uint8Array, origin: string): Promise<Given> {
	const { unbakePng, unbakeSvg } = await import('../bake');
	const baked = unbakePng(bytes);
	if (baked) return readText(baked, origin);
	const text = new TextDecoder().decode(bytes);
	return readText(text.includes('<svg') ? (unbakeSvg(text) ?? '') : text, origin);
}

/** A picture of 1080 x 1080 with its badge is 100 kB; photographs are not badges. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
