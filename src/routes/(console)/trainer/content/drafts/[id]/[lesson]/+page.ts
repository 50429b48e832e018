import { loadWords } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** The learner's words in the language that the lesson is tried in. */
export const load: PageLoad = async ({ data }) => ({ ...data, words: await loadWords(data.heard) });
