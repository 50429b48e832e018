import type { Box } from './shapes';
import type { Fitted, Measure } from './wrap-text';

export type Pen = CanvasRenderingContext2D;

/** The house's colours (docs/decisions/0011); a canvas knows no custom properties. */
export const colours = {
	ink: '#17204a',
	muted: '#414a6b',
	mist: '#f3f5fa',
	white: '#ffffff',
	madder: '#920f34',
	gold: '#f2b632',
	indigoTint: '#e6e9f8'
} as const;
/** The phone's own letters: they have all of Vietnamese (docs/decisions/0011). */
const FACE = "Roboto, 'Noto Sans', system-ui, sans-serif";
/** From one line's foot to the next: "Ẵ" over "ự" needs a quarter more than its height. */
export const LEADING = 1.3;
/** Where the feet of a line stand below its top, in heights of its letters. */
const FOOT = 1.02;

export function fill(pen: Pen, colour: string, { x, y, width, height }: Box): void {
	pen.fillStyle = colour;
	pen.fillRect(x, y, width, height);
}

const fontOf = (weight: number, size: number) => `${weight} ${size}px ${FACE}`;

export const measureOf =
	(pen: Pen, weight: number): Measure =>
	(text, size) => {
		pen.font = fontOf(weight, size);
		return pen.measureText(text).width;
	};

/** `centre`: the middle of each line, instead of its left end at `x`. */
type Place = { x: number; y: number; weight: number; colour: string; centre?: number };

/** @returns where the next line begins */
export function writeLines(pen: Pen, { size, lines }: Fitted, place: Place): number {
	pen.font = fontOf(place.weight, size);
	pen.fillStyle = place.colour;
	pen.textAlign = place.centre === undefined ? 'left' : 'center';
	for (const [n, line] of lines.entries())
		pen.fillText(line, place.centre ?? place.x, place.y + size * (LEADING * n + FOOT));
	return place.y + size * LEADING * lines.length;
}
