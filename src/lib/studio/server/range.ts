/** What part of a file a request asks for; `last` is included, as in the header. */
export type Range = { first: number; last: number };

/**
 * Reads a `Range` header (RFC 9110, 14.2) against a file of `size` bytes.
 * @returns the part; 'whole' when there is no range, one in another unit, several or a malformed one, which may
 * all be ignored; 'unsatisfiable' when the file has no such part
 */
export function readRange(header: string | null, size: number): Range | 'whole' | 'unsatisfiable' {
	const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
	const [, from = '', to = ''] = found ?? [];
	if (from === '' && to === '') return 'whole';
	if (from === '') return suffix(Number(to), size);
	const first = Number(from);
	const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
	if (to !== '' && Number(to) < first) return 'whole';
	return first >= size ? 'unsatisfiable' : { first, last };
}

function suffix(length: number, size: number): Range | 'unsatisfiable' {
	if (length === 0 || size === 0) return 'unsatisfiable';
	return { first: Math.max(0, size - length), last: size - 1 };
}
