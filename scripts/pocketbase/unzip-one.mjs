import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

/**
 * Takes one file out of a zip archive held in memory (APPNOTE 6.3, without zip64 or encryption).
 * @param {Buffer} zip
 * @param {string} name
 * @returns {Buffer}
 */
export function unzipOne(zip, name) {
	let end = zip.length - 22;
	while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
	if (end < 0) throw new Error('not a zip archive');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const nameLength = zip.readUInt16LE(at + 28);
		if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return contentOf(zip, at);
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	throw new Error(`no ${name} in the archive`);
}

/**
 * @param {Buffer} zip
 * @param {number} entry where its directory entry begins
 */
function contentOf(zip, entry) {
	const local = zip.readUInt32LE(entry + 42);
	const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
	const bytes = zip.subarray(begin, begin + zip.readUInt32LE(entry + 20));
	return zip.readUInt16LE(entry + 10) === STORED ? Buffer.from(bytes) : inflateRawSync(bytes);
}
