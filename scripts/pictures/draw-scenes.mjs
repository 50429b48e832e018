import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composePicture, loadIcons, loadScenes } from './compose.mjs';

/** A piece that stands alone and does not say how large it is. */
const ALONE = 60;

/**
 * Draws the scenes "<feature>: <words>" into a folder of the code, as `<words-with-hyphens>.svg`: such pictures come
 * with a page and weigh nothing on a first visit.
 * @param {string} feature
 * @param {string} folder below the repository
 */
export function drawScenes(feature, folder) {
	const rootDir = join(import.meta.dirname, '..', '..');
	const icons = loadIcons(rootDir);
	mkdirSync(join(rootDir, folder), { recursive: true });
	for (const [description, scene] of loadScenes(rootDir)) {
		const [of, words = ''] = description.split(': ');
		if (of !== feature || !/^[a-z -]+$/.test(words)) continue;
		const large = { pieces: scene.pieces.map((piece) => ({ ...piece, size: piece.size ?? ALONE })) };
		const file = join(rootDir, folder, `${words.replaceAll(' ', '-')}.svg`);
		writeFileSync(file, composePicture(large, icons, description));
	}
}
