import { opusTags } from '../ogg/opus-tags';
import { writeOgg } from '../ogg/write-ogg';

/**
 * Chrome records Opus in WebM, phones play Opus in Ogg: the sound is the same, only its wrapping is another. Reads as
 * much of WebM as browsers' recorders write (RFC 9559: one audio track, SimpleBlocks without lacing) and writes Ogg
 * (RFC 3533, RFC 7845). Undefined for anything else.
 */
export function oggFromWebm(file: Uint8Array): Buffer | undefined {
	const found: Found = { head: undefined, packets: [] };
	try {
		readElements(Buffer.from(file.buffer, file.byteOffset, file.byteLength), found);
	} catch (cause) {
		if (!(cause instanceof RangeError)) throw cause;
	}
	const { head, packets } = found;
	if (!head || head.length < 19 || head.toString('latin1', 0, 8) !== 'OpusHead') return undefined;
	if (packets.length === 0 || packets.length > MAX_PACKETS) return undefined;
	return writeOgg(head, opusTags(), packets);
}

/** Ten minutes of the shortest frames. */
const MAX_PACKETS = 240_000;
type Found = { head: Buffer | undefined; packets: Buffer[] };

const EBML = 0x1a45dfa3;
/** Elements that are looked into: Segment, Cluster, Tracks, TrackEntry, BlockGroup. */
const FOLDERS = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]);
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

/** @throws {RangeError} where the file breaks off; what came before it is found */
function readElements(file: Buffer, found: Found): void {
	if (file.readUInt32BE(0) !== EBML) return;
	let at = 0;
	while (at < file.length) {
		const id = readNumber(file, at, 4, true);
		const size = readNumber(file, at + id.length, 8, false);
		const from = at + id.length + size.length;
		// A recorder that streams does not know the sizes of its folders: they are walked through.
		at = FOLDERS.has(id.value) ? from : from + size.value;
		const data = file.subarray(from, from + size.value);
		if (id.value === CODEC_PRIVATE) found.head ??= data;
		if (id.value === SIMPLE_BLOCK || id.value === BLOCK) found.packets.push(packetOf(data));
	}
}

/** After the track's number come two bytes of time and one of flags. */
function packetOf(block: Buffer): Buffer {
	const { length } = readNumber(block, 0, 8, false);
	if (((block[length + 2] ?? 0) & 0x06) !== 0) throw new RangeError('Laced blocks are not read.');
	return block.subarray(length + 3);
}

function readNumber(file: Buffer, at: number, longest: number, withMark: boolean) {
	const first = file.readUInt8(at);
	const length = Math.clz32(first) - 23;
	if (length > longest) throw new RangeError('This is no number of EBML.');
	let value = withMark ? first : first & (0xff >> length);
	for (let i = 1; i < length; i++) value = value * 256 + file.readUInt8(at + i);
	return { value, length };
}
