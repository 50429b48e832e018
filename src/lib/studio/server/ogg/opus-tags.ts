/**
 * The second packet of an Ogg Opus file (RFC 7845, 5.2): who wrote it, then `NAME=value` in UTF-8, in this order. Names
 * are ASCII without `=`.
 */
export function opusTags(comments: readonly (readonly [name: string, value: string])[] = []): Buffer {
	return Buffer.concat([
		Buffer.from('OpusTags'),
		lengthed('Bản Mây'),
		uint32(comments.length),
		...comments.map(([name, value]) => lengthed(`${name}=${value}`))
	]);
}

function lengthed(text: string): Buffer {
	const bytes = Buffer.from(text);
	return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(n: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(n);
	return bytes;
}
