import { samplesOf } from './samples-of';

const SERIAL = 0x42616e4d;
/** A page's table of segments has room for 255, of 255 bytes each. */
const SEGMENT = 255;
const SEGMENTS_A_PAGE = 255;
/** A second of speech is a good size for a page. */
const PACKETS_A_PAGE = 20;
const CONTINUED = 1;
const FIRST = 2;
const LAST = 4;
/** The position of a page on which no packet ends. */
const NOTHING_ENDS = -1;

/**
 * Opus packets as an Ogg file (RFC 3533, RFC 7845): the head and the tags each begin a page, tags of any length. The same
 * packets always give the same bytes. @throws {RangeError} for a packet of sound that is larger than Opus has any
 */
export function writeOgg(head: Buffer, tags: Buffer, packets: Buffer[]): Buffer {
	const pages = [page([head], { granule: 0, sequence: 0, flags: FIRST })];
	for (const written of tagPages(tags, pages.length)) pages.push(written);
	let granule = 0;
	for (let first = 0; first < packets.length; first += PACKETS_A_PAGE) {
		const some = packets.slice(first, first + PACKETS_A_PAGE);
		granule += some.reduce((sum, packet) => sum + samplesOf(packet), 0);
		const flags = first + PACKETS_A_PAGE >= packets.length ? LAST : 0;
		pages.push(page(some, { granule, sequence: pages.length, flags }));
	}
	return Buffer.concat(pages);
}

/** A course of hundreds of lessons has more chapters than one page holds: what is over goes on with the next one. */
function tagPages(tags: Buffer, from: number): Buffer[] {
	const most = SEGMENT * SEGMENTS_A_PAGE;
	const pages: Buffer[] = [];
	for (let at = 0; at <= tags.length; at += most) {
		const isLast = at + most > tags.length;
		const place = { granule: isLast ? 0 : NOTHING_ENDS, sequence: from + pages.length };
		pages.push(page([tags.subarray(at, at + most)], { ...place, flags: at > 0 ? CONTINUED : 0 }, !isLast));
	}
	return pages;
}

type Place = { granule: number; sequence: number; flags: number };

/** With `goesOn`, the packet fills the page to the brim and has no end on it. */
function page(packets: Buffer[], { granule, sequence, flags }: Place, goesOn = false): Buffer {
	const lacing = packets.flatMap(({ length }) => [
		...Array.from({ length: Math.floor(length / SEGMENT) }, () => SEGMENT),
		...(goesOn ? [] : [length % SEGMENT])
	]);
	if (lacing.length > SEGMENTS_A_PAGE) throw new RangeError('More than fits into one page.');
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

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let sum = byte << 24;
	for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	return sum >>> 0;
});

/** CRC-32 as RFC 3533 has it: not reflected, from zero. */
function checksum(bytes: Buffer): number {
	let sum = 0;
	for (const byte of bytes) sum = (sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0);
	return sum >>> 0;
}
