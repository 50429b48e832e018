import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const PICTURES = join('content', 'pictures');
const OWN = join(PICTURES, 'own');
const ICON_SET = join('node_modules', '@iconify-json', 'fluent-emoji-flat', 'icons.json');

/**
 * @param {string} rootDir the repository
 * @param {string} [iconSet] path of the Fluent Emoji Flat `icons.json`
 * @returns {import('./compose.mjs').Icons}
 */
export function loadIcons(rootDir, iconSet = join(rootDir, ICON_SET)) {
	const own = filesIn(join(rootDir, OWN), '.svg').map(({ name, text }) => [name, bodyOf(text)]);
	return { fluent: JSON.parse(readFileSync(iconSet, 'utf8')), own: Object.fromEntries(own) };
}

/**
 * All scenes, by the description the curriculum uses for them.
 * @param {string} rootDir the repository
 * @returns {Map<string, import('./compose.mjs').Scene>}
 * @throws {Error} when two files draw one description differently
 */
export function loadScenes(rootDir) {
	const scenes = new Map();
	for (const { name, text } of filesIn(join(rootDir, PICTURES), '.json')) {
		for (const [description, scene] of Object.entries(JSON.parse(text))) {
			const known = scenes.get(description);
			if (known && !isDeepStrictEqual(known, scene)) {
				throw new Error(`${name}.json draws "${description}" unlike another file does.`);
			}
			scenes.set(description, scene);
		}
	}
	return scenes;
}

/**
 * @param {string} folder
 * @param {string} extension
 */
function filesIn(folder, extension) {
	return readdirSync(folder)
		.filter((file) => file.endsWith(extension))
		.sort()
		.map((file) => ({
			name: file.slice(0, -extension.length),
			text: readFileSync(join(folder, file), 'utf8')
		}));
}

/** @param {string} svg */
const bodyOf = (svg) => svg.replace(/^[^]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
