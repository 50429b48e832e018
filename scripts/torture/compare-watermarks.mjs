/**
 * A watermark ahead of what is stored would swallow events in silence; one behind would be sent to for ever.
 * @param {(collection: string) => Promise<any[]>} all
 * @param {any[]} rows of events and event_exceptions: each fills a number
 * @returns {Promise<string[]>} remarks
 */
export async function compareWatermarks(all, rows) {
	/** @type {Map<string, Set<number>>} */
	const filled = new Map();
	for (const { device, seq } of rows) filled.set(device, (filled.get(device) ?? new Set()).add(seq));
	const remarks = [];
	for (const { id, watermark } of await all('devices')) {
		let whole = 0;
		while (filled.get(id)?.has(whole + 1)) whole++;
		if (watermark !== whole)
			remarks.push(`device ${id} has watermark ${watermark} and is whole up to ${whole}`);
	}
	return remarks;
}
