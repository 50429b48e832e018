import { encode } from 'uqr';
import type { CodeOnPicture } from './on-picture';
import { colours, LEADING, measureOf, writeLines, type Pen } from './pen';
import type { Box, Layout } from './shapes';
import { fitText, type Fitted } from './wrap-text';

/** White around a code that scanners need to find it, in its squares. */
const QUIET = 4;

/** A code on a white card with its words: what it is for, whose it is, and where it leads. */
export function drawCode(pen: Pen, box: Box, code: CodeOnPicture, { codeWords, smallSize }: Layout): void {
	card(pen, box);
	const isBelow = codeWords === 'below';
	const size = isBelow ? smallSize * 0.8 : smallSize;
	const width = isBelow ? box.width - 32 : box.width - box.height - 40;
	const lines = (text: string, weight: number, maxLines: number, scale = 1): Fitted & { weight: number } => ({
		...fitText(
			text,
			{ width, maxLines, sizes: [size * scale, size * scale * 0.85, size * scale * 0.72] },
			measureOf(pen, weight)
		),
		weight
	});
	const words = [
		lines(code.title, 400, 2),
		lines(code.name, 700, isBelow ? 1 : 3, isBelow ? 1 : 1.2),
		// Digits that are broken in two are read wrong.
		...code.lines.map((line) => lines(line, 400, 1))
	].filter((one) => one.lines.length > 0);
	const high = words.reduce((sum, one) => sum + one.lines.length * one.size * LEADING, 0);
	const side = isBelow ? Math.min(box.width, box.height - high - 14) : box.height;
	drawSquares(pen, code.text, { x: isBelow ? box.x + (box.width - side) / 2 : box.x, y: box.y, side });
	let y = isBelow ? box.y + side - 4 : box.y + (box.height - high) / 2;
	const place = isBelow
		? { x: 0, centre: box.x + box.width / 2 }
		: { x: box.x + box.height + 8, centre: undefined };
	for (const [n, one] of words.entries())
		y = writeLines(pen, one, {
			...place,
			y,
			weight: one.weight,
			colour: n === 1 ? colours.ink : colours.muted
		});
}

const CORNER = 28;

/** White with round corners; by arcs, because `roundRect` came with Chrome 99. */
function card(pen: Pen, { x, y, width, height }: Box): void {
	const [right, foot] = [x + width, y + height];
	pen.fillStyle = colours.white;
	pen.beginPath();
	pen.moveTo(x + CORNER, y);
	pen.arcTo(right, y, right, foot, CORNER);
	pen.arcTo(right, foot, x, foot, CORNER);
	pen.arcTo(x, foot, x, y, CORNER);
	pen.arcTo(x, y, right, y, CORNER);
	pen.closePath();
	pen.fill();
}

/** Whole pixels for each square: a code that is smoothed is not read. */
function drawSquares(pen: Pen, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
	const { data } = encode(text, { ecc: 'M', border: 0, boostEcc: false });
	const square = Math.floor(side / (data.length + 2 * QUIET));
	const [left, top] = [x, y].map((from) => Math.round(from + (side - square * data.length) / 2)) as [
		number,
		number
	];
	pen.fillStyle = '#000000';
	for (const [row, squares] of data.entries())
		for (const [column, isDark] of squares.entries())
			if (isDark) pen.fillRect(left + column * square, top + row * square, square, square);
}
