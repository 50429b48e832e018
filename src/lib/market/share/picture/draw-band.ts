import { colours, fill, type Pen } from './pen';
import type { Box } from './shapes';

/** The woven band of the stall's page: stepped diamonds between two threads. */
export function drawBand(pen: Pen, { x, y, width, height }: Box): void {
	fill(pen, colours.white, { x, y, width, height });
	pen.fillStyle = colours.madder;
	pen.fillRect(x, y, width, 3);
	pen.fillRect(x, y + height - 3, width, 3);
	const step = (height - 10) / 7;
	for (let left = x + step; left < x + width; left += 8 * step)
		for (let row = -3; row <= 3; row++) {
			const half = 3 - Math.abs(row);
			pen.fillStyle = colours.madder;
			pen.fillRect(left + (3 - half) * step, y + 5 + (row + 3) * step, (2 * half + 1) * step, step);
			if (row !== 0) continue;
			pen.fillStyle = colours.gold;
			pen.fillRect(left + 2 * step, y + 5 + 2 * step, 3 * step, 3 * step);
		}
}
