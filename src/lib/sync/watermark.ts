/**
 * The server's watermark is the only word on what was delivered (docs/decisions/0007): a phone owes its events
 * above it, also when it is lower than it was. One that is above every number this phone has given means that
 * the phone was restored from an older copy of itself: its next numbers are taken, and new events under them
 * would be swallowed in silence. Then it goes on as a new device.
 */
export function isForked(watermark: number, nextSeq: number): boolean {
	return watermark >= nextSeq;
}
