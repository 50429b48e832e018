import type { Chapter, Named } from './chapter';

/**
 * An ID3v2.3 tag with the title and the chapters (id3.org, "ID3v2 Chapter Frame Addendum"). Players that know nothing
 * of chapters skip it; the marks are spoken as well.
 */
export function id3Tag({ title, album, chapters }: Named): Buffer {
	const frames = [
		text('TIT2', title),
		text('TALB', album),
		text('TPE1', 'Bản Mây'),
		...(chapters.length > 0 ? [tableOf(chapters), ...chapters.map(chapter)] : [])
	];
	const body = Buffer.concat(frames);
	return Buffer.concat([Buffer.from('ID3\x03\x00\x00', 'latin1'), synchsafe(body.length), body]);
}

const idOf = (i: number) => Buffer.from(`ch${i}\0`, 'latin1');

function tableOf(chapters: Chapter[]): Buffer {
	// Top level and in order; the count is one byte.
	const listed = chapters.slice(0, 255);
	const head = Buffer.from([0x74, 0x6f, 0x63, 0, 0b11, listed.length]);
	return frame('CTOC', Buffer.concat([head, ...listed.map((_, i) => idOf(i))]));
}

function chapter({ title, startMs, endMs }: Chapter, i: number): Buffer {
	const times = Buffer.alloc(16, 0xff);
	times.writeUInt32BE(Math.round(startMs), 0);
	times.writeUInt32BE(Math.round(endMs), 4);
	return frame('CHAP', Buffer.concat([idOf(i), times, text('TIT2', title)]));
}

/** UTF-16 with a mark: what the oldest players of memory cards read. */
const text = (id: string, value: string) =>
	frame(id, Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(value, 'utf16le')]));

function frame(id: string, body: Buffer): Buffer {
	const head = Buffer.alloc(10);
	head.write(id, 0, 'latin1');
	head.writeUInt32BE(body.length, 4);
	return Buffer.concat([head, body]);
}

/** Seven bits a byte, so that no tag looks like a frame of sound. */
const synchsafe = (n: number) => Buffer.from([(n >> 21) & 0x7f, (n >> 14) & 0x7f, (n >> 7) & 0x7f, n & 0x7f]);
