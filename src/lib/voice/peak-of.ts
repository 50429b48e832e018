/** Speech needs no more; a minute is decoded in a tenth of a second. */
const RATE = 16_000;

/** How loud a recording gets, 0 to 1; undefined where this browser cannot read what it has recorded. */
export async function peakOf(recording: Blob): Promise<number | undefined> {
	if (typeof OfflineAudioContext === 'undefined') return undefined;
	try {
		const context = new OfflineAudioContext(1, 1, RATE);
		const sound = await context.decodeAudioData(await recording.arrayBuffer());
		let peak = 0;
		for (const sample of sound.getChannelData(0)) peak = Math.max(peak, Math.abs(sample));
		return peak;
	} catch {
		return undefined;
	}
}
