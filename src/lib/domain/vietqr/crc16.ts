/**
 * CRC-16/CCITT-FALSE (polynomial 1021, begins with FFFF, nothing reflected), as EMV QR codes carry it (EMVCo QRCPS
 * Merchant-Presented Mode 1.1, 4.7.3): four capital hexadecimal signs. Bit by bit: a code has a hundred signs.
 * @param text ASCII
 */
export function crc16(text: string): string {
	let crc = 0xffff;
	for (const sign of text) {
		crc ^= sign.charCodeAt(0) << 8;
		for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
	}
	return crc.toString(16).toUpperCase().padStart(4, '0');
}
