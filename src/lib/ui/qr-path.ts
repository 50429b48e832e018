import { encode } from 'uqr';

export type QrDrawing = { size: number; path: string };

/** White around a code that scanners need to find it. */
const QUIET_ZONE = 4;

/** A QR code as one SVG path in a square of `size` units.
 * @param ecc M: a card is folded, wet and sunburnt. L: fewer squares, for a screen */
export function drawQr(text: string, ecc: 'L' | 'M' = 'M'): QrDrawing {
	const { data } = encode(text, { ecc, border: 0, boostEcc: false });
	return { size: data.length + 2 * QUIET_ZONE, path: data.map(pathOfRow).join('') };
}

/** Dark neighbours in a row become one rectangle. */
function pathOfRow(row: boolean[], y: number): string {
	const dark = row.map((isDark) => (isDark ? '1' : '0')).join('');
	return [...dark.matchAll(/1+/g)]
		.map(({ index, 0: run }) => `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1h-${run.length}z`)
		.join('');
}
