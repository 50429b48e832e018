import { SHEETS } from './learner-chunks.js';

/**
 * Folders below `_app/immutable` for code that a first visit does without. `later`: a learner's pages that come with a
 * course's download or when she opens them. `verify`: the strangers' page, for who wants to keep it. `staff`: pages that no learner opens. Everything else is kept on her phone
 * when the worker is installed (src/service-worker/shell.ts).
 */
const FOLDERS = [
	{ name: 'later', routes: /\/src\/routes\/\(learner\)\/\(later\)\// },
	{ name: 'verify', routes: /\/src\/routes\/\(public\)\/verify\// },
	{ name: 'staff', routes: /\/src\/routes\/\((console|auth|public)\)\// }
];
/** @typedef {{ importedIds: readonly string[], dynamicallyImportedIds: readonly string[], isEntry: boolean } | null} Info */

/**
 * Puts the client's chunks that only some pages can reach into folders of their own, so that a trainer's charts never
 * weigh on a learner's phone, nor a simulator on her first visit. Decided by the module graph, not by names: a library
 * that only the console imports goes with the console, one that a lesson imports too stays.
 * @returns {import('vite').Plugin}
 */
export function chunkFolders() {
	/** Modules that everybody's pages reach, and those that only pages of a folder reach: the first folder counts. */
	const first = new Set();
	const later = new Set();
	const verify = new Set();
	/** Stylesheets of pages in a folder; Kit names them after the page's number. @type {Map<string, string>} */
	const styles = new Map();
	return {
		name: 'ban-may:chunk-folders',
		apply: 'build',
		enforce: 'post',
		outputOptions(options) {
			const { entryFileNames, chunkFileNames } = options;
			const assetFileNames = shortly(String(options.assetFileNames));
			// Only the client's output is hashed; the server's and the worker's stay as they are.
			if (typeof entryFileNames !== 'string' || typeof chunkFileNames !== 'string') return null;
			if (!chunkFileNames.includes('/immutable/')) return null;
			/** @param {string} pattern */
			const named =
				(pattern) =>
				(/** @type {{ moduleIds: string[] }} */ { moduleIds }) => {
					if (moduleIds.length === 0 || moduleIds.some((id) => first.has(id) || isCompilers(id)))
						return pattern;
					const reached = (/** @type {Set<string>} */ modules) => moduleIds.some((id) => modules.has(id));
					return inFolder(pattern, reached(later) ? 'later' : reached(verify) ? 'verify' : 'staff');
				};
			return {
				...options,
				entryFileNames: named(entryFileNames),
				chunkFileNames: named(chunkFileNames),
				assetFileNames: (asset) => {
					const folder = asset.names.map((name) => styles.get(name)).find(Boolean);
					return folder ? inFolder(assetFileNames, folder) : assetFileNames;
				}
			};
		},
		renderStart() {
			for (const known of [first, later, verify, styles]) known.clear();
			for (const { name, folder } of SHEETS) styles.set(`${name}.css`, folder);
			const info = (/** @type {string} */ id) => /** @type {Info} */ (this.getModuleInfo(id));
			/** The folder of a page's own entry, as Kit makes one for each. @param {string} id */
			const folderOf = (id) =>
				FOLDERS.find(({ routes }) => info(id)?.importedIds.some((imported) => routes.test(imported)))?.name;
			for (const id of this.getModuleIds()) {
				const folder = folderOf(id);
				if (folder) styles.set(id.replace(/^.*\/(\d+)\.js$/, '$1.css'), folder);
			}
			/** @param {Set<string>} reached @param {(id: string) => boolean} isStart @param {(id: string) => boolean} mayEnter */
			const walk = (reached, isStart, mayEnter) => {
				const queue = [...this.getModuleIds()].filter(isStart);
				for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
					if (reached.has(id)) continue;
					reached.add(id);
					const { importedIds = [], dynamicallyImportedIds = [] } = info(id) ?? {};
					queue.push(...[...importedIds, ...dynamicallyImportedIds].filter(mayEnter));
				}
			};
			walk(
				first,
				(id) => info(id)?.isEntry === true && !folderOf(id),
				(id) => !folderOf(id)
			);
			for (const [name, reached] of /** @type {const} */ ([
				['later', later],
				['verify', verify]
			]))
				walk(
					reached,
					(id) => folderOf(id) === name,
					(id) => !first.has(id) && (folderOf(id) ?? name) === name
				);
		}
	};
}

/** What the compiler itself adds (the helper that loads chunks): everybody's. @param {string} id */
const isCompilers = (id) => id.startsWith('\0');

/** The names of stylesheets stand in the list that every first visit loads, and a hash is what does not compress. Six
 * letters are 36 bits, beside a name. @param {string} pattern */
const shortly = (pattern) => pattern.replace('[hash]', '[hash:6]');

/** @param {string} pattern @param {string} folder */
const inFolder = (pattern, folder) => pattern.replace('/immutable/', `/immutable/${folder}/`);
