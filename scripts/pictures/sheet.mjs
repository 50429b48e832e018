// node scripts/pictures/sheet.mjs <out.html> [--icons <icons.json>] [--curriculum <curriculum.json>] [--from 0] [--count 40]
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { composePicture, loadIcons, loadScenes } from './compose.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		icons: { type: 'string' },
		curriculum: { type: 'string' },
		from: { type: 'string', default: '0' },
		count: { type: 'string', default: '1000' }
	}
});
const [out] = positionals;
if (!out || resolve(out).startsWith(root)) {
	throw new Error('Give the path of an HTML file outside the repository.');
}

const icons = loadIcons(root, values.icons);
const scenes = loadScenes(root);
const sentences = values.curriculum ? readSentences(values.curriculum) : new Map();
const from = Number(values.from);
const cells = [...scenes].slice(from, from + Number(values.count)).map(drawCell);
writeFileSync(out, page(cells.join('')));

/** @param {[string, import('./compose.mjs').Scene]} entry */
function drawCell([description, scene]) {
	const svg = composePicture(scene, icons, description);
	const said = sentences.get(description) ?? '';
	return `<figure>${svg}<figcaption><b>${escape(description)}</b> ${svg.length} B<br>${escape(said)}</figcaption></figure>`;
}

/**
 * What is first said beside each picture; keys the walk does not know are skipped.
 * @param {string} path
 */
function readSentences(path) {
	const said = new Map();
	JSON.parse(readFileSync(path, 'utf8'), (_, value) => {
		if (value?.picture && !said.has(value.picture)) {
			said.set(value.picture, value.say_en ?? value.text_en ?? value.en ?? '');
		}
		return value;
	});
	return said;
}

/** @param {string} text */
function escape(text) {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** @param {string} body */
function page(body) {
	return `<!doctype html><meta charset="utf-8"><style>
body { display: grid; grid-template-columns: repeat(8, 1fr); gap: 8px; margin: 8px; font: 12px/1.3 sans-serif; }
figure { margin: 0; } svg { width: 100%; background: #e6e9f8; border-radius: 12px; }
</style>${body}`;
}
