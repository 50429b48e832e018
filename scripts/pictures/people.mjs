import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composePicture, loadIcons, loadScenes } from './compose.mjs';

/**
 * Draws the pictures by which people are called and those of picture codes into static/pictures, as the scenes
 * "person: cherry blossom" and "code: sun" describe them. Run it after changing one: `node scripts/pictures/people.mjs`.
 */
const rootDir = join(import.meta.dirname, '..', '..');
const icons = loadIcons(rootDir);

for (const [description, scene] of loadScenes(rootDir)) {
	const [, kind, name] = /^(person|code): (.+)$/.exec(description) ?? [];
	if (!kind || !name) continue;
	const folder = join(rootDir, 'static', 'pictures', kind);
	mkdirSync(folder, { recursive: true });
	// A person's picture stands alone at 32 px: it fills its square.
	const large = { pieces: scene.pieces.map((piece) => ({ ...piece, size: piece.size ?? 62 })) };
	writeFileSync(join(folder, `${name.replaceAll(' ', '-')}.svg`), composePicture(large, icons, description));
}
