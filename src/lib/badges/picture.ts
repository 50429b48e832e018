import type { CourseColor } from '../domain/course';
import { USUAL_PATTERN, type Pattern } from '../domain/pattern';
import { FRAME_PLACES, FRAME_SIZE } from '../ui/frame/frame';
import { frameColors } from '../ui/frame/frame-colors';
import { drawMotif } from '../ui/frame/motifs';

/** A square that Zalo and Facebook show whole. */
export const PICTURE_PX = 1080;

/** The badge as a picture of its own: the course's picture in the closed band, of her group's pattern. No letters, so
 * no fonts.
 * @param inner the course's picture, an SVG of 64 x 64 */
export function drawBadge(color: CourseColor, inner: string, pattern: Pattern = USUAL_PATTERN): string {
	const { edge, inside } = drawMotif(pattern.motif, 0, 0);
	const { thread, inlay } = frameColors(pattern, color);
	const margin = FRAME_SIZE * 0.1;
	const whole = FRAME_SIZE + 2 * margin;
	const side = whole * 0.44;
	const place = (whole - side) / 2;
	const body = inner.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${PICTURE_PX}" height="${PICTURE_PX}">`,
		`<rect width="${whole}" height="${whole}" fill="#ffffff"/>`,
		// Drawn once and placed sixteen times: a stranger pays for each byte.
		`<defs><g id="motif"><path fill="${thread}" d="${edge}"/><path fill="${inlay}" d="${inside}"/></g></defs>`,
		`<g transform="translate(${margin} ${margin})">`,
		...FRAME_PLACES.map(({ x, y }) => `<use href="#motif" x="${x}" y="${y}"/>`),
		`</g><svg x="${place}" y="${place}" width="${side}" height="${side}" viewBox="0 0 64 64">${body}</svg></svg>`
	].join('');
}
