const HEADER = 27;
const SEGMENT = 255;

/** The packets of an Ogg file with one stream, in their order: of Opus the head, the tags, then sound.
 * @throws {RangeError} where the file breaks off or is none */
export function readPackets(file: Buffer): Buffer[] {
	const packets: Buffer[] = [];
	let begun: Buffer[] = [];
	for (let at = 0; at < file.length;) {
		if (file.toString('latin1', at, at + 4) !== 'OggS') throw new RangeError('This is no page of Ogg.');
		const segments = file.readUInt8(at + 26);
		let from = at + HEADER + segments;
		for (const size of file.subarray(at + HEADER, from)) {
			if (from + size > file.length) throw new RangeError('The page breaks off.');
			begun.push(file.subarray(from, from + size));
			from += size;
			if (size === SEGMENT) continue;
			packets.push(Buffer.concat(begun));
			begun = [];
		}
		at = from;
	}
	return packets;
}
