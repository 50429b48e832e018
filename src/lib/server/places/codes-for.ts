import { codesOf, placeOfCode } from './code';
import { findPlaces, type FoundPlace } from './find-places';
import { plain } from './plain';

/** "These words are all that I know": the radio button below the places that may be meant. */
const WORDS_ONLY = 'none';

const NOWHERE = { province: '', commune: '' };

/**
 * The codes of a place that a form names: those of a place from the list when one was chosen for just these words, else
 * of the one place whose name they are. Null: there is no place with this code.
 */
export async function codesFor(
	place: string,
	code: string,
	placed: string
): Promise<{ province: string; commune: string } | null> {
	if (!place) return NOWHERE;
	if (code && placed === place) {
		if (code === WORDS_ONLY) return NOWHERE;
		const chosen = await placeOfCode(code);
		return chosen && codesOf(chosen);
	}
	const called = (await findPlaces(place)).filter((found) => namesOf(found).includes(plain(place)));
	return called.length === 1 ? codesOf(called[0]!) : NOWHERE;
}

const namesOf = (found: FoundPlace): string[] => {
	const above = found.kind === 'commune' ? [`${found.now.name}, ${found.now.province.name}`] : [];
	return [found.now.name, ...above, ...(found.was ? [found.was] : [])].map(plain);
};
