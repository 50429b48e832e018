import { codeOf, nameOfCode } from '$lib/server/places/code';
import { findPlaces } from '$lib/server/places/find-places';
import type { PlaceOption } from '../../people/place-option';

/** The places that words may mean, wherever they lie: a partner may sit in the capital. */
export const placesAnywhere = async (words: string): Promise<PlaceOption[]> =>
	Promise.all(
		(await findPlaces(words)).map(async (place) => {
			const code = codeOf(place);
			return { code, name: await nameOfCode(code), was: place.was ?? '' };
		})
	);
