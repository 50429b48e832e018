import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composePicture, loadIcons, loadScenes } from './compose.mjs';

/**
 * Draws the pictures of her stall into src/lib/market/stall/pictures, as the scenes "sell: <kind> <name>" describe
 * them. They come with the page's code and weigh nothing on a first visit. Run it after changing one:
 * `node scripts/pictures/stall.mjs`.
 */
const rootDir = join(import.meta.dirname, '..', '..');
const icons = loadIcons(rootDir);
const folder = join(rootDir, 'src', 'lib', 'market', 'stall', 'pictures');
mkdirSync(folder, { recursive: true });

for (const [description, scene] of loadScenes(rootDir)) {
	const [, kind, name] = /^sell: (\w+) (\w+)$/.exec(description) ?? [];
	if (!kind || !name) continue;
	const large = { pieces: scene.pieces.map((piece) => ({ ...piece, size: piece.size ?? 60 })) };
	writeFileSync(join(folder, `${kind}-${name}.svg`), composePicture(large, icons, description));
}
