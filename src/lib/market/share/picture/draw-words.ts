import type { OnPicture } from './on-picture';
import { colours, LEADING, measureOf, writeLines, type Pen } from './pen';
import type { Layout } from './shapes';
import { fitText, type Fitted, type Room } from './wrap-text';

type Part = { what: Fitted; weight: number; colour: string; gap: number };

/** The name, the price with what it is for, and the stall, in the middle of their room. */
export function drawWords(pen: Pen, layout: Layout, on: OnPicture): void {
	const { text: box, nameSizes } = layout;
	const parts = partsWithin(box.height, nameSizes, (sizes) =>
		partsOf(pen, { ...layout, nameSizes: sizes }, on)
	);
	let y = box.y + Math.max(0, (box.height - heightOf(parts)) / 2);
	for (const { what, weight, colour, gap } of parts)
		y = writeLines(pen, what, { x: box.x, y: y + gap * what.size, weight, colour });
}

function partsOf(pen: Pen, layout: Layout, on: OnPicture): Part[] {
	const { text: box, nameSizes, nameLines, priceSizes, smallSize } = layout;
	const small = [smallSize, smallSize * 0.85];
	const part = (text: string, room: Omit<Room, 'width'>, looks: Omit<Part, 'what'>): Part => ({
		what: fitText(text, { width: box.width, ...room }, measureOf(pen, looks.weight)),
		...looks
	});
	return [
		part(on.name, { maxLines: nameLines, sizes: nameSizes }, { weight: 700, colour: colours.ink, gap: 0 }),
		part(on.price, { maxLines: 1, sizes: priceSizes }, { weight: 700, colour: colours.madder, gap: 0.1 }),
		part(on.unit, { maxLines: 1, sizes: small }, { weight: 400, colour: colours.muted, gap: 0 }),
		part(on.stall, { maxLines: 2, sizes: small }, { weight: 600, colour: colours.muted, gap: 0.4 })
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
