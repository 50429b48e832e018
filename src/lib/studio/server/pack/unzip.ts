import { Unzip, UnzipInflate } from 'fflate';
import type { Checked } from '../bundle';
import { Fault, type FaultCode } from '../faults/fault';
import { PACK_FILE } from './manifest';

/** fflate unpacks whatever one push holds: this much can become 1 MB at most, and then it is counted. */
const PUSH_BYTES = 1024;
/** The largest course weighs 5 MB in two languages. */
const MAX_TOTAL_BYTES = 96 * 1024 * 1024;
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 5001;
/** Every so often, others' requests get a turn. */
const TURN_EVERY_BYTES = 512 * 1024;

export const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Unpacks a pack into memory. Nothing that the zip declares is believed: what comes out is counted as it comes, names
 * are manifest.json or a hash, so that no path can lead anywhere.
 */
export async function unzipPack(zip: Uint8Array): Promise<Checked<Map<string, Buffer>>> {
	const files = new Map<string, Buffer>();
	let total = 0;
	let open = 0;
	let fault: Fault | undefined;
	const stop = (place: string, code: FaultCode, n = 0) => (fault ??= new Fault(place, code, { n }));
	const unzip = new Unzip((file) => {
		if (fault) return;
		if (file.name !== 'manifest.json' && !PACK_FILE.test(file.name))
			return void stop(JSON.stringify(file.name.slice(0, 80)), 'noPackName');
		if (files.has(file.name)) return void stop(file.name, 'twiceInPack');
		if (files.size >= MAX_FILES) return void stop('thePack', 'tooManyFiles', MAX_FILES);
		if (file.compression !== 0 && file.compression !== 8) return void stop(file.name, 'unknownPacking');
		files.set(file.name, Buffer.alloc(0));
		const chunks: Uint8Array[] = [];
		let size = 0;
		open++;
		file.ondata = (error, chunk, isLast) => {
			if (fault) return;
			if (error) return void stop(file.name, 'damaged');
			size += chunk.length;
			total += chunk.length;
			if (size > MAX_FILE_BYTES) return void stop(file.name, 'fileTooLarge', MAX_FILE_BYTES);
			if (total > MAX_TOTAL_BYTES) return void stop('thePack', 'unpacksTooLarge', MAX_TOTAL_BYTES);
			chunks.push(chunk);
			if (!isLast) return;
			open--;
			files.set(file.name, Buffer.concat(chunks));
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	for (let at = 0; at < zip.length && !fault; at += PUSH_BYTES) {
		try {
			unzip.push(zip.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= zip.length);
		} catch {
			stop('thePack', 'noZip');
		}
		if (at % TURN_EVERY_BYTES === 0) await new Promise((resolve) => setImmediate(resolve));
	}
	if (open > 0) stop('thePack', 'endsEarly');
	if (!fault && !files.has('manifest.json')) stop('manifest.json', 'missing');
	return fault ? { kind: 'faulty', faults: [fault] } : { kind: 'good', value: files };
}
