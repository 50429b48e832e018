import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raise when published files would look different from the same content. */
const PUBLISHING = 1;
const ICON_SET = join('node_modules', '@iconify-json', 'fluent-emoji-flat', 'package.json');

/** A mark of everything in content/ that what is published depends on. Clips are in it by their index, which
 * names them by hash. */
export function bundledDigest(rootDir: string): string {
	const hash = createHash('sha256').update(String(PUBLISHING));
	hash.update(readFileSync(join(rootDir, ICON_SET)));
	for (const folder of [
		'courses',
		'lessons',
		'checks',
		'practices',
		'pictures',
		join('pictures', 'own'),
		'clips',
		'.'
	])
		for (const name of filesIn(join(rootDir, 'content', folder)))
			hash.update(`\n${folder}/${name}\n`).update(readFileSync(join(rootDir, 'content', folder, name)));
	return hash.digest('hex');
}

const filesIn = (dir: string) =>
	readdirSync(dir)
		.filter((name) => /\.(json|svg)$/.test(name) && name !== 'lexicon.json')
		.sort();
