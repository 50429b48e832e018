import { browser } from '$app/environment';
import { chosenLanguage } from '$lib/learn/language-choice';
import { orLearnerError } from '$lib/learn/learner-error';
import { loadCatalog } from '$lib/offline/content';

/** Before she has picked a language there is nothing to load: the first screen needs none. */
export async function load({ fetch, depends }) {
	depends('learn:language');
	if (!browser || !chosenLanguage()) return { catalog: undefined };
	return { catalog: await orLearnerError(loadCatalog(fetch)) };
}
