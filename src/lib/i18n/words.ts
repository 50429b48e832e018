import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';
import vi from './learner.vi.json';

/**
 * Words that only some pages say: they come with those pages and stay out of a first visit. A feature has an area
 * of its own: two files in ./areas and one line here.
 */
const areas = {
	carry: {
		vi: () => import('./areas/carry.vi.json'),
		en: () => import('./areas/carry.en.json')
	},
	together: {
		vi: () => import('./areas/together.vi.json'),
		en: () => import('./areas/together.en.json')
	},
	'in-app': {
		vi: () => import('./areas/in-app.vi.json'),
		en: () => import('./areas/in-app.en.json')
	},
	badges: {
		vi: () => import('./areas/badges.vi.json'),
		en: () => import('./areas/badges.en.json')
	},
	practice: {
		vi: () => import('./areas/practice.vi.json'),
		en: () => import('./areas/practice.en.json')
	},
	profiles: {
		vi: () => import('./areas/profiles.vi.json'),
		en: () => import('./areas/profiles.en.json')
	},
	notices: {
		vi: () => import('./areas/notices.vi.json'),
		en: () => import('./areas/notices.en.json')
	},
	voices: {
		vi: () => import('./areas/voices.vi.json'),
		en: () => import('./areas/voices.en.json')
	},
	scam: {
		vi: () => import('./areas/scam.vi.json'),
		en: () => import('./areas/scam.en.json')
	},
	review: {
		vi: () => import('./areas/review.vi.json'),
		en: () => import('./areas/review.en.json')
	},
	check: {
		vi: () => import('./areas/check.vi.json'),
		en: () => import('./areas/check.en.json')
	},
	followup: {
		vi: () => import('./areas/followup.vi.json'),
		en: () => import('./areas/followup.en.json')
	},
	sell: {
		vi: () => import('./areas/sell.vi.json'),
		en: () => import('./areas/sell.en.json')
	},
	share: {
		vi: () => import('./areas/share.vi.json'),
		en: () => import('./areas/share.en.json')
	},
	book: {
		vi: () => import('./areas/book.vi.json'),
		en: () => import('./areas/book.en.json')
	}
};
export type Area = keyof typeof areas;
type KeyOf<A extends Area> = keyof Awaited<ReturnType<(typeof areas)[A]['vi']>>['default'];

/** A message of every page, or of an area: the page that says it must have brought its area. */
export type MessageKey = keyof typeof vi | { [A in Area]: KeyOf<A> }[Area];
export type Words = Partial<Record<MessageKey, string>>;
export type AreaWords = { area: Area; words: Words };

export const masterWords: Words & typeof vi = vi;

/** Languages of the interface, each by its own name. Their words come when they are chosen. */
export const INTERFACE_LANGUAGES: readonly Language[] = [MASTER_LANGUAGE, 'en'];

/** The words of a language; Vietnamese where there are none, because a text is never missing. */
export async function loadWords(language: Language, withAreas: Iterable<Area> = []): Promise<Words> {
	const own: Words = language === 'en' ? (await import('./learner.en.json')).default : masterWords;
	const more = await Promise.all([...withAreas].map((area) => loadArea(area, language)));
	return Object.assign({}, own, ...more.map(({ words }) => words)) as Words;
}

/** The words of one area, in Vietnamese where her language has none. */
export async function loadArea(area: Area, language: Language): Promise<AreaWords> {
	const { vi, en } = areas[area];
	const master: Words = (await vi()).default;
	return { area, words: language === 'en' ? { ...master, ...(await en()).default } : master };
}

/** What the universal `load` of a page with words of its own answers; its component gives it to `messages.include`. */
export async function withArea(
	area: Area,
	parent: () => Promise<{ language: Language }>
): Promise<{ area: AreaWords }> {
	return { area: await loadArea(area, (await parent()).language) };
}
