import { readFileSync } from 'node:fs';

/** What every page of the house runs, also a stranger's: the framework, the root, and what draws icons and messages. */
const CORE =
	/\/node_modules\/|\/src\/routes\/\+(layout|error)\.|\/src\/lib\/(ui\/(Icon\.svelte|icons\.ts|base\.css)|i18n\/fill\.ts)/;
/** Pages whose styles are one sheet: each name would stand in the list that every first visit loads. */
export const SHEETS = [
	{ name: 'console-styles', folder: 'staff', routes: /\/src\/routes\/\((console|auth)\)\// },
	{ name: 'later-styles', folder: 'later', routes: /\/src\/routes\/\(learner\)\/\(later\)\// }
];
const STYLE = /\.svelte\?svelte&type=style/;
/** Rules for the whole page, as for paper: these must not reach a page that does not ask for them. */
const UNSCOPED = /@page|:global/;
/** @param {string} id */
const isPage = (id) => /\/src\/routes\//.test(id) && !STYLE.test(id);
/** Pages and layouts of which every learner's visit needs the code at once; they share one chunk. */
const FIRST = [
	/\/src\/routes\/\+(layout|error)\./,
	/\/src\/routes\/\(learner\)\/(\+layout|lessons\/\[slug\]\/)/
];
/** The database and delivery: asked for after the first sentence can be heard, and then all of it. */
const PHONE = /\/node_modules\/(dexie|ulid)\/|\/src\/lib\/(offline|sync)\//;
/** Of these, what only home, a course's page and her own page use. */
const NOT_YET =
	/\/offline\/(downloads\/(?!get-file)|profiles\/(?!create-guest|current-profile|new-profile)|(voices|outbox|together|shop|book|carry|accounts|renew)\/(?!keep-together|has-outbox|clips-to-wait-for)|complete-lesson|load-(practice|due|check|notices|followup)|watch-notices|card-of-today|practices-done|clock-of)|\/sync\/(carry\/|send-|ask-missing|outbox-asked|sync-staff|after-delivery|fetch-)/;

/**
 * Gathers the learner's code into three chunks: what every page runs, what a first visit to a lesson runs at once, and
 * the phone's database with its delivery. As it comes from the compiler it is fifty files of half a kilobyte, each with its
 * headers and a compression of its own: 20 kB more on the air. Pages and questions of their own stay apart. Styles
 * that only the console has are one sheet, and those that only later pages have.
 * @returns {import('vite').Plugin}
 */
export function learnerChunks() {
	/** @type {Set<string>} */
	const first = new Set();
	/** Styles that only pages of one sheet reach, and which. @type {Map<string, string>} */
	const sheetOf = new Map();
	const isPhone = (/** @type {string} */ id) => PHONE.test(id) && !NOT_YET.test(id) && !first.has(id);
	return {
		name: 'ban-may:learner-chunks',
		apply: 'build',
		enforce: 'post',
		outputOptions(options) {
			// Only the client's output is hashed; the server's and the worker's stay as they are.
			if (typeof options.chunkFileNames !== 'string' || !options.chunkFileNames.includes('/immutable/'))
				return null;
			const groups = [
				{ name: 'core', priority: 30, test: (/** @type {string} */ id) => first.has(id) && CORE.test(id) },
				{ name: 'first', priority: 20, test: (/** @type {string} */ id) => first.has(id) },
				{ name: 'phone', priority: 10, test: isPhone },
				...SHEETS.map(({ name }) => ({
					name,
					priority: 5,
					test: (/** @type {string} */ id) => sheetOf.get(id) === name
				}))
			];
			return { ...options, codeSplitting: { groups } };
		},
		renderStart() {
			first.clear();
			sheetOf.clear();
			const info = (/** @type {string} */ id) => this.getModuleInfo(id);
			const isFirst = (/** @type {string} */ id) =>
				/\/kit\/src\/runtime\/client\/entry\.js$/.test(id) || FIRST.some((pattern) => pattern.test(id));
			const queue = [...this.getModuleIds()].filter(isFirst);
			for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
				if (first.has(id)) continue;
				first.add(id);
				queue.push(...(info(id)?.importedIds ?? []));
			}
			/** The pages and layouts that reach a style. @param {string} style */
			const pagesOf = (style) => {
				const seen = new Set([style]);
				for (const id of seen) {
					if (isPage(id)) continue;
					const { importers = [], dynamicImporters = [] } = info(id) ?? {};
					for (const one of [...importers, ...dynamicImporters]) seen.add(one);
				}
				return [...seen].filter(isPage);
			};
			for (const id of this.getModuleIds()) {
				if (!STYLE.test(id) || UNSCOPED.test(readFileSync(id.split('?')[0] ?? id, 'utf8'))) continue;
				const pages = pagesOf(id);
				const sheet = SHEETS.find(({ routes }) => pages.every((page) => routes.test(page)));
				if (sheet && pages.length > 0) sheetOf.set(id, sheet.name);
			}
		}
	};
}
