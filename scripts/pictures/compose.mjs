export { loadIcons, loadScenes } from './load.mjs';

/**
 * One piece of a scene. `x`, `y` are its centre and `size` its width, in the 64-unit square;
 * `turn` is degrees clockwise; `flip` mirrors it left to right before it is turned.
 * @typedef {{ icon: string, x?: number, y?: number, size?: number, turn?: number, flip?: boolean }} Piece
 * @typedef {{ pieces: Piece[] }} Scene
 * @typedef {{ body: string, flip: boolean }} Drawing
 * @typedef {{ icons: Record<string, { body: string }>, aliases?: Record<string, { parent: string, hFlip?: boolean }> }} IconSet
 * @typedef {{ fluent: IconSet, own: Record<string, string> }} Icons
 */

/** Both sources draw in a square of 32 units. */
const ICON_UNITS = 32;

/** Where pieces stand that do not say where, by how many share the scene. */
const LAYOUTS = {
	1: [{ x: 32, y: 32, size: 48 }],
	2: [
		{ x: 16.5, y: 32, size: 30 },
		{ x: 47.5, y: 32, size: 30 }
	],
	3: [
		{ x: 16.5, y: 46, size: 28 },
		{ x: 47.5, y: 46, size: 28 },
		{ x: 32, y: 17, size: 28 }
	]
};

/**
 * Draws a scene as a standalone SVG without background, width or height.
 * The same scene always gives the same text; its ids begin with a mark of the scene,
 * so that many scenes can stand in one document.
 * @param {Scene} scene
 * @param {Icons} icons
 * @param {string} [name] what errors call the scene
 * @returns {string}
 * @throws {Error} when a piece names an icon that does not exist
 */
export function composePicture(scene, icons, name = JSON.stringify(scene)) {
	const layout = LAYOUTS[/** @type {1 | 2 | 3} */ (scene.pieces.length)];
	if (!layout) throw new Error(`Picture "${name}" needs one to three pieces.`);
	const mark = fingerprint(JSON.stringify(scene));
	const pieces = scene.pieces.map((piece, i) => {
		const drawing = findDrawing(piece.icon, icons);
		if (!drawing) throw new Error(`Picture "${name}" names the unknown icon "${piece.icon}".`);
		const place = /** @type {{x: number, y: number, size: number}} */ (layout[i]);
		const placed = { ...place, ...piece, flip: Boolean(piece.flip) !== drawing.flip };
		return `<g transform="${placement(placed)}">${prefixIds(minify(drawing.body), `${mark}${i}`)}</g>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${pieces.join('')}</svg>`;
}

/**
 * @param {string} icon
 * @param {Icons} icons
 * @returns {Drawing | undefined}
 */
function findDrawing(icon, { fluent, own }) {
	if (icon.startsWith('own:')) {
		const body = own[icon.slice('own:'.length)];
		return body === undefined ? undefined : { body, flip: false };
	}
	const alias = fluent.aliases?.[icon];
	const body = fluent.icons[alias?.parent ?? icon]?.body;
	return body === undefined ? undefined : { body, flip: Boolean(alias?.hFlip) };
}

/** @param {{ x: number, y: number, size: number, turn?: number, flip: boolean }} piece */
function placement({ x, y, size, turn = 0, flip }) {
	const scale = size / ICON_UNITS;
	if (!turn && !flip) {
		return `translate(${short(x - size / 2)} ${short(y - size / 2)})scale(${short(scale)})`;
	}
	const rotate = turn ? `rotate(${short(turn)})` : '';
	const half = ICON_UNITS / 2;
	return `translate(${short(x)} ${short(y)})${rotate}scale(${short(flip ? -scale : scale)} ${short(scale)})translate(-${half} -${half})`;
}

/** @param {number} n */
const short = (n) => String(Math.round(n * 100) / 100);

/**
 * Only path data is shortened, digit by digit: in `011.234` the leading digits may be an arc's flags,
 * and dropping a fraction altogether could glue two numbers together.
 * @param {string} body
 */
function minify(body) {
	return body
		.replace(/<!--[^]*?-->/g, '')
		.replace(/>\s+</g, '><')
		.replace(/ d="([^"]*)"/g, (attribute) => attribute.replace(/\.\d{3,}/g, shortFraction))
		.trim();
}

/** @param {string} fraction */
function shortFraction(fraction) {
	const hundredths = Math.min(99, Math.round(Number(fraction) * 100));
	return `.${String(hundredths).padStart(2, '0')}`.replace(/0$/, '');
}

/**
 * @param {string} body
 * @param {string} prefix
 */
function prefixIds(body, prefix) {
	return body
		.replace(/ id="([^"]+)"/g, ` id="${prefix}$1"`)
		.replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
		.replace(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
}

/**
 * FNV-1a, 32 bits: short, and the same everywhere without a dependency.
 * @param {string} text
 */
function fingerprint(text) {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return `p${hash.toString(36)}-`;
}
