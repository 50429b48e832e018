import { Unzip, UnzipInflate } from 'fflate';

/** fflate unpacks whatever one push holds: this much can become 1 MB at most, and then it is counted. */
const PUSH_BYTES = 1024;
/** 20,000 rows of ten cells are about 20 MB of XML. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 500;
const TURN_EVERY_BYTES = 256 * 1024;

/** Whether a zip may be opened: what comes out is counted as it comes, whatever the file declares, and thrown away. */
export async function looksSafe(zip: Uint8Array): Promise<'safe' | 'bomb' | 'damaged'> {
	let total = 0;
	let files = 0;
	let open = 0;
	const found = { fault: '' as '' | 'bomb' | 'damaged' };
	const unzip = new Unzip((file) => {
		if (++files > MAX_FILES) found.fault = 'bomb';
		if (found.fault) return;
		if (file.compression !== 0 && file.compression !== 8) {
			found.fault = 'damaged';
			return;
		}
		open++;
		file.ondata = (error, chunk, isLast) => {
			if (error) found.fault ||= 'damaged';
			total += chunk?.length ?? 0;
			if (total > MAX_TOTAL_BYTES) found.fault ||= 'bomb';
			if (isLast) open--;
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	for (let at = 0; at < zip.length && !found.fault; at += PUSH_BYTES) {
		try {
			unzip.push(zip.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= zip.length);
		} catch {
			found.fault ||= 'damaged';
		}
		if (at % TURN_EVERY_BYTES === 0) await new Promise((resolve) => setImmediate(resolve));
	}
	if (found.fault) return found.fault;
	return open > 0 || files === 0 ? 'damaged' : 'safe';
}
