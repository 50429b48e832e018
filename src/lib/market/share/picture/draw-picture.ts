import { encode } from 'uqr';
import { layoutOf, type Box, type Layout, type Shape } from './shapes';
import { fitText, type Fitted, type Measure, type Room } from './wrap-text';

/** What stands under or beside a code: the first line large, the second in its colour. */
export type CodeOnPicture = { text: string; title: string; name: string; lines: string[] };
export type OnPicture = {
	name: string;
	price: string;
	unit: string;
	/** Her stall and where it is. */
	stall: string;
	/** A photograph, or a drawing on its ground. */
	photo: CanvasImageSource & { width: number; height: number };
	isDrawing: boolean;
	code: CodeOnPicture | null;
};

const INK = '#17204a';
const MUTED = '#414a6b';
const MIST = '#f3f5fa';
const WHITE = '#ffffff';
const PRICE = '#920f34';
const GOLD = '#f2b632';
const GROUND = '#e6e9f8';
/** The phone's own letters: they have all of Vietnamese (docs/decisions/0011). */
const FACE = "Roboto, 'Noto Sans', system-ui, sans-serif";
/** From one line's foot to the next: "Ẵ" over "ự" needs a quarter more than its height. */
const LEADING = 1.3;
/** White around a code that scanners need to find it, in its squares. */
const QUIET = 4;

/** Draws the whole picture on this canvas, at its own size; nothing of it comes from the network. */
export function drawPicture(canvas: HTMLCanvasElement, shape: Shape, on: OnPicture): void {
	const layout = layoutOf(shape, on.code !== null);
	canvas.width = layout.width;
	canvas.height = layout.height;
	const pen = canvas.getContext('2d', { alpha: false });
	if (!pen) throw new RangeError('no canvas');
	pen.textBaseline = 'alphabetic';
	fill(pen, MIST, { x: 0, y: 0, width: layout.width, height: layout.height });
	drawPhoto(pen, layout.photo, on);
	drawWords(pen, layout, on);
	if (layout.code && on.code) drawCode(pen, layout.code, on.code, layout);
	drawBand(pen, layout.band);
}

function drawPhoto(pen: CanvasRenderingContext2D, box: Box, { photo, isDrawing }: OnPicture): void {
	const ratio = isDrawing
		? 0.72 * Math.min(box.width / photo.width, box.height / photo.height)
		: Math.max(box.width / photo.width, box.height / photo.height);
	const [width, height] = [photo.width * ratio, photo.height * ratio];
	fill(pen, GROUND, box);
	pen.save();
	pen.beginPath();
	pen.rect(box.x, box.y, box.width, box.height);
	pen.clip();
	pen.drawImage(photo, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
	pen.restore();
}

type Part = { what: Fitted; weight: number; colour: string; gap: number };

/** The name, the price with what it is for, and the stall, in the middle of their room. */
function drawWords(pen: CanvasRenderingContext2D, layout: Layout, on: OnPicture): void {
	const { text: box, nameSizes } = layout;
	const parts = partsWithin(box.height, nameSizes, (sizes) =>
		partsOf(pen, { ...layout, nameSizes: sizes }, on)
	);
	let y = box.y + Math.max(0, (box.height - heightOf(parts)) / 2);
	for (const { what, weight, colour, gap } of parts)
		y = writeLines(pen, what, { x: box.x, y: y + gap * what.size, weight, colour });
}

function partsOf(pen: CanvasRenderingContext2D, layout: Layout, on: OnPicture): Part[] {
	const { text: box, nameSizes, nameLines, priceSizes, smallSize } = layout;
	const small = [smallSize, smallSize * 0.85];
	const part = (text: string, room: Omit<Room, 'width'>, looks: Omit<Part, 'what'>): Part => ({
		what: fitText(text, { width: box.width, ...room }, measureOf(pen, looks.weight)),
		...looks
	});
	return [
		part(on.name, { maxLines: nameLines, sizes: nameSizes }, { weight: 700, colour: INK, gap: 0 }),
		part(on.price, { maxLines: 1, sizes: priceSizes }, { weight: 700, colour: PRICE, gap: 0.1 }),
		part(on.unit, { maxLines: 1, sizes: small }, { weight: 400, colour: MUTED, gap: 0 }),
		part(on.stall, { maxLines: 2, sizes: small }, { weight: 600, colour: MUTED, gap: 0.4 })
	].filter(({ what }) => what.lines.length > 0);
}

const heightOf = (parts: readonly Part[]) =>
	parts.reduce((sum, { what, gap }) => sum + (what.lines.length * LEADING + gap) * what.size, 0);

/** A smaller name first; where even the smallest leaves no room for all, what stands last goes. */
function partsWithin(
	height: number,
	sizes: readonly number[],
	make: (sizes: readonly number[]) => Part[]
): Part[] {
	const tried = sizes.map((_, n) => make(sizes.slice(n)));
	const fits = tried.find((parts) => heightOf(parts) <= height);
	if (fits) return fits;
	const parts = [...(tried.at(-1) ?? [])];
	while (parts.length > 2 && heightOf(parts) > height) parts.pop();
	return parts;
}

type Place = { x: number; y: number; weight: number; colour: string; centre?: number };

/** @returns where the next line begins */
function writeLines(pen: CanvasRenderingContext2D, { size, lines }: Fitted, place: Place): number {
	pen.font = fontOf(place.weight, size);
	pen.fillStyle = place.colour;
	pen.textAlign = place.centre === undefined ? 'left' : 'center';
	for (const [n, line] of lines.entries())
		// The foot of a line stands at three quarters of its height.
		pen.fillText(line, place.centre ?? place.x, place.y + size * (LEADING * n + 1.02));
	return place.y + size * LEADING * lines.length;
}

function drawCode(
	pen: CanvasRenderingContext2D,
	box: Box,
	code: CodeOnPicture,
	{ codeWords, smallSize }: Layout
): void {
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
		y = writeLines(pen, one, { ...place, y, weight: one.weight, colour: n === 1 ? INK : MUTED });
}

const CORNER = 28;

/** White with round corners; by arcs, because `roundRect` came with Chrome 99. */
function card(pen: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
	const [right, foot] = [x + width, y + height];
	pen.fillStyle = WHITE;
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
function drawSquares(
	pen: CanvasRenderingContext2D,
	text: string,
	{ x, y, side }: { x: number; y: number; side: number }
): void {
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

/** The woven band of the stall's page: stepped diamonds between two threads. */
function drawBand(pen: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
	fill(pen, WHITE, { x, y, width, height });
	pen.fillStyle = PRICE;
	pen.fillRect(x, y, width, 3);
	pen.fillRect(x, y + height - 3, width, 3);
	const step = (height - 10) / 7;
	for (let left = x + step; left < x + width; left += 8 * step)
		for (let row = -3; row <= 3; row++) {
			const half = 3 - Math.abs(row);
			pen.fillStyle = PRICE;
			pen.fillRect(left + (3 - half) * step, y + 5 + (row + 3) * step, (2 * half + 1) * step, step);
			if (row !== 0) continue;
			pen.fillStyle = GOLD;
			pen.fillRect(left + 2 * step, y + 5 + 2 * step, 3 * step, 3 * step);
		}
}

function fill(pen: CanvasRenderingContext2D, colour: string, { x, y, width, height }: Box): void {
	pen.fillStyle = colour;
	pen.fillRect(x, y, width, height);
}

const fontOf = (weight: number, size: number) => `${weight} ${size}px ${FACE}`;
const measureOf =
	(pen: CanvasRenderingContext2D, weight: number): Measure =>
	(text, size) => {
		pen.font = fontOf(weight, size);
		return pen.measureText(text).width;
	};
