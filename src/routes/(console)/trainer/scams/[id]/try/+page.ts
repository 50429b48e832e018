import { loadWords } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** The learner's words: it is tried as she hears it. */
export const load: PageLoad = async ({ data }) => ({ ...data, words: await loadWords('vi', ['practice']) });
