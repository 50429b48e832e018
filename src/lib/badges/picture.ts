import type { CourseColor } from '../domain/course';
import { drawFrame } from './frame';

/** The course's colours as they stand in ui/base.css: a file has no style sheet. */
const COLORS: Record<CourseColor, string> = {
	indigo: '#2b3a8c',
	rice: '#0b5a2f',
	madder: '#920f34',
	earth: '#6e3f07'
};
const GOLD = '#f2b632';
/** A square that Zalo and Facebook show whole. */
export const PICTURE_PX = 1080;

/** The badge as a picture of its own: the course's picture in the closed band. No letters, so no fonts.
 * @param inner the course's picture, an SVG of 64 x 64 */
export function drawBadge(color: CourseColor, inner: string): string {
	const { size, edge, inside } = drawFrame();
	const margin = size * 0.1;
	const whole = size + 2 * margin;
	const side = whole * 0.44;
	const place = (whole - side) / 2;
	const body = inner.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${PICTURE_PX}" height="${PICTURE_PX}">`,
		`<rect width="${whole}" height="${whole}" fill="#ffffff"/>`,
		`<g transform="translate(${margin} ${margin})"><path fill="${COLORS[color]}" d="${edge}"/>`,
		`<path fill="${GOLD}" d="${inside}"/></g>`,
		`<svg x="${place}" y="${place}" width="${side}" height="${side}" viewBox="0 0 64 64">${body}</svg></svg>`
	].join('');
}
