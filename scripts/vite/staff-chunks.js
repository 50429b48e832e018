/** Route groups whose pages no learner opens. Everything else is the learner's and kept on her phone. */
const STAFF_GROUPS = /\/src\/routes\/\((console|auth|public)\)\//;
/** Folder of what only they need; the worker (src/service-worker/shell.ts) leaves it out of what it keeps. */
const FOLDER = 'staff';

/**
 * Puts the client's chunks that no learner's page can reach into a folder of their own, so that a trainer's
 * charts never weigh on a learner's phone. Decided by the module graph, not by names: a library that only the
 * console imports goes with the console, one that a lesson imports too stays.
 * @returns {import('vite').Plugin}
 */
export function staffChunks() {
	/** @type {Set<string>} */
	const learners = new Set();
	/** Stylesheets of staff pages; Kit names them after the page's number. @type {Set<string>} */
	const staffStyles = new Set();
	return {
		name: 'ban-may:staff-chunks',
		apply: 'build',
		enforce: 'post',
		outputOptions(options) {
			const { entryFileNames, chunkFileNames, assetFileNames } = options;
			// Only the client's output is hashed; the server's and the worker's stay as they are.
			if (typeof entryFileNames !== 'string' || typeof chunkFileNames !== 'string') return null;
			if (!chunkFileNames.includes('/immutable/')) return null;
			/** @param {string} pattern */
			const named =
				(pattern) =>
				(/** @type {{ moduleIds: string[] }} */ { moduleIds }) =>
					moduleIds.some((id) => learners.has(id) || isCompilers(id)) || moduleIds.length === 0
						? pattern
						: forStaff(pattern);
			return {
				...options,
				entryFileNames: named(entryFileNames),
				chunkFileNames: named(chunkFileNames),
				assetFileNames: (asset) => {
					const pattern = String(assetFileNames);
					return asset.names.some((name) => staffStyles.has(name)) ? forStaff(pattern) : pattern;
				}
			};
		},
		renderStart() {
			learners.clear();
			staffStyles.clear();
			const info = (/** @type {string} */ id) => this.getModuleInfo(id);
			const queue = [...this.getModuleIds()].filter((id) => info(id)?.isEntry && !isStaffPage(id));
			/** @param {string} id */
			function isStaffPage(id) {
				return info(id)?.importedIds.some((imported) => STAFF_GROUPS.test(imported)) ?? false;
			}
			for (const id of this.getModuleIds())
				if (isStaffPage(id)) staffStyles.add(id.replace(/^.*\/(\d+)\.js$/, '$1.css'));
			for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
				if (learners.has(id)) continue;
				learners.add(id);
				const { importedIds = [], dynamicallyImportedIds = [] } = info(id) ?? {};
				queue.push(...[...importedIds, ...dynamicallyImportedIds].filter((next) => !isStaffPage(next)));
			}
		}
	};
}

/** What the compiler itself adds (the helper that loads chunks): everybody's. @param {string} id */
const isCompilers = (id) => id.startsWith('\0');

/** @param {string} pattern */
const forStaff = (pattern) => pattern.replace('/immutable/', `/immutable/${FOLDER}/`);
