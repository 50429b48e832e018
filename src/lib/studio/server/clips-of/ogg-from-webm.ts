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
	return writeOgg(head, packets);
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

const SERIAL = 0x42616e4d;
/** Ogg's pages hold 255 segments of 255 bytes; a second of speech is a good size for one. */
const PACKETS_A_PAGE = 20;

function writeOgg(head: Buffer, packets: Buffer[]): Buffer {
	const tags = Buffer.concat([Buffer.from('OpusTags'), lengthed('Bản Mây'), Buffer.alloc(4)]);
	const pages = [
		page([head], { granule: 0, sequence: 0, flags: 2 }),
		page([tags], { granule: 0, sequence: 1, flags: 0 })
	];
	let granule = 0;
	for (let first = 0; first < packets.length; first += PACKETS_A_PAGE) {
		const some = packets.slice(first, first + PACKETS_A_PAGE);
		granule += some.reduce((sum, packet) => sum + samplesOf(packet), 0);
		const flags = first + PACKETS_A_PAGE >= packets.length ? 4 : 0;
		pages.push(page(some, { granule, sequence: pages.length, flags }));
	}
	return Buffer.concat(pages);
}

function lengthed(text: string): Buffer {
	const bytes = Buffer.from(text);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(bytes.length);
	return Buffer.concat([length, bytes]);
}

function page(
	packets: Buffer[],
	{ granule, sequence, flags }: { granule: number; sequence: number; flags: number }
): Buffer {
	const lacing = packets.flatMap(({ length }) => [
		...Array.from({ length: Math.floor(length / 255) }, () => 255),
		length % 255
	]);
	if (lacing.length > 255) throw new RangeError('More than fits into one page.');
	const header = Buffer.alloc(27);
	header.write('OggS', 0, 'latin1');
	header.writeUInt8(flags, 5);
	header.writeBigInt64LE(BigInt(granule), 6);
	header.writeUInt32LE(SERIAL, 14);
	header.writeUInt32LE(sequence, 18);
	header.writeUInt8(lacing.length, 26);
	const whole = Buffer.concat([header, Buffer.from(lacing), ...packets]);
	whole.writeUInt32LE(checksum(whole), 22);
	return whole;
}

/** Length of a packet in samples at 48 kHz, from its first byte (RFC 6716, 3.1). */
function samplesOf(packet: Buffer): number {
	const config = (packet[0] ?? 0) >> 3;
	const frameMs =
		config < 12
			? [10, 20, 40, 60][config % 4]
			: config < 16
				? [10, 20][config % 2]
				: [2.5, 5, 10, 20][config % 4];
	const code = (packet[0] ?? 0) & 3;
	const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 63;
	return (frameMs ?? 0) * frames * 48;
}

function checksum(bytes: Buffer): number {
	let sum = 0;
	for (const byte of bytes) {
		sum ^= byte << 24;
		for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	}
	return sum >>> 0;
}
