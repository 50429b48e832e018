import { opusTags } from '../ogg/opus-tags';
import { readPackets } from '../ogg/read-packets';
import { samplesOf } from '../ogg/samples-of';
import { writeOgg } from '../ogg/write-ogg';
import type { Named } from './chapter';
import { encodePieces } from './encode-pieces';
import type { Piece } from './spoken-order';

/** The clips are of 12 kbit/s: this loses nothing of them a second time. */
const OPUS = [
	'-c:a',
	'libopus',
	'-application',
	'voip',
	'-b:a',
	'20k',
	'-vbr',
	'on',
	'-frame_duration',
	'60'
];
/** Opus counts at 48 kHz, whatever went in (RFC 7845). */
const SAMPLES_A_MS = 48;

/** A part is an Ogg Opus file of its own; its packets go on where those of the part before it end. */
export const encodeOpus = (pieces: Piece[]): Promise<Buffer> =>
	encodePieces(pieces, [...OPUS, '-map_metadata', '-1', '-flags:a', '+bitexact', '-f', 'ogg']);

export const msOfOpus = (part: Buffer): number =>
	soundIn(part).reduce((sum, packet) => sum + samplesOf(packet), 0) / SAMPLES_A_MS;

/** The parts as one stream under the head of the first. Each ends in the pause of its last piece, so that no seam is
 * heard; what a decoder skips at the start is as long as what each part's encoder put before it, so chapters keep time. */
export function wholeOpus({ title, album, chapters }: Named, parts: Buffer[]): Buffer {
	const [head = Buffer.alloc(0)] = readPackets(parts[0] ?? Buffer.alloc(0));
	const marks = chapters.flatMap((chapter, i) => {
		const name = `CHAPTER${String(i + 1).padStart(3, '0')}`;
		return [
			[name, clock(chapter.startMs)],
			[`${name}NAME`, chapter.title]
		] as const;
	});
	const tags = opusTags([['TITLE', title], ['ALBUM', album], ['ARTIST', 'Bản Mây'], ...marks]);
	return writeOgg(head, tags, parts.flatMap(soundIn));
}

/** After the head and the tags comes sound. */
const soundIn = (part: Buffer) => readPackets(part).slice(2);

/** HH:MM:SS.mmm, as the chapter extension of Vorbis comments has it (wiki.xiph.org/Chapter_Extension). */
function clock(ms: number): string {
	const [h, m, s] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((n) =>
		String(Math.floor(n)).padStart(2, '0')
	);
	return `${h}:${m}:${s}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
}
