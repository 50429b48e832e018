/** Length of an Opus packet in samples at 48 kHz, from its first two bytes (RFC 6716, 3.1 and 3.2). */
export function samplesOf(packet: Uint8Array): number {
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
