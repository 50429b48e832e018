import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads a TypeScript module of src/ into a script, with `$lib`.
 * @param {string} path from the repository's root
 * @returns {Promise<any>} its exports
 */
export async function loadTs(path) {
	const { module } = await runnerImport(`${root}${path}`, {
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${root}src/lib` } }
	});
	return module;
}
