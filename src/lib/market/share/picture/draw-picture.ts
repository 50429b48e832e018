import { drawBand } from './draw-band';
import { drawCode } from './draw-code';
import { drawWords } from './draw-words';
import type { OnPicture } from './on-picture';
import { colours, fill, type Pen } from './pen';
import { layoutOf, type Box, type Shape } from './shapes';

/** Draws the whole picture on this canvas, at its own size; nothing of it comes from the network. */
export function drawPicture(canvas: HTMLCanvasElement, shape: Shape, on: OnPicture): void {
	const layout = layoutOf(shape, on.code !== null);
	canvas.width = layout.width;
	canvas.height = layout.height;
	const pen = canvas.getContext('2d', { alpha: false });
	if (!pen) throw new RangeError('no canvas');
	pen.textBaseline = 'alphabetic';
	fill(pen, colours.mist, { x: 0, y: 0, width: layout.width, height: layout.height });
	drawPhoto(pen, layout.photo, on);
	drawWords(pen, layout, on);
	if (layout.code && on.code) drawCode(pen, layout.code, on.code, layout);
	drawBand(pen, layout.band);
}

function drawPhoto(pen: Pen, box: Box, { photo, isDrawing }: OnPicture): void {
	const ratio = isDrawing
		? 0.72 * Math.min(box.width / photo.width, box.height / photo.height)
		: Math.max(box.width / photo.width, box.height / photo.height);
	const [width, height] = [photo.width * ratio, photo.height * ratio];
	fill(pen, colours.indigoTint, box);
	pen.save();
	pen.beginPath();
	pen.rect(box.x, box.y, box.width, box.height);
	pen.clip();
	pen.drawImage(photo, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
	pen.restore();
}
