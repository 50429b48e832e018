import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * What a set of files and folders amounts to: their names and bytes, not their dates, so that a fresh clone and a
 * touched file change nothing.
 * @param {string} root
 * @param {string[]} names those that do not exist count as absent
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function digestOf(root, names) {
	const digest = createHash('sha256');
	for (const name of names) {
		for (const file of await filesOf(root, name)) {
			const bytes = await readFile(path.join(root, file));
			digest.update(`${file.split(path.sep).join('/')}\0${bytes.length}\0`).update(bytes);
		}
	}
	return digest.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string[]>} sorted, so that the order of the file system does not matter
 */
async function filesOf(root, name) {
	const found = await stat(path.join(root, name)).catch(() => undefined);
	if (!found) return [];
	if (!found.isDirectory()) return [name];
	const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
		.sort();
}
