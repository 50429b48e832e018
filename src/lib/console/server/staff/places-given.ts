import { codeOf, nameOfCode, placeOfCode } from '$lib/server/places/code';
import { findPlaces } from '$lib/server/places/find-places';
import { plain } from '$lib/server/places/plain';
import type { PlaceOption } from '../../people/place-option';
import { textOf } from '../form';

/** More than all provinces. */
const MOST_PLACES = 60;

export type PlacesGiven =
	| { places: string[] }
	| { fault: 'place_unknown' | 'places_too_many' | 'place_which'; candidates: PlaceOption[] };

/** The places that a form gives a member of staff: those ticked, and one that was typed where no script ran. */
export async function placesGiven(form: FormData): Promise<PlacesGiven> {
	const ticked = [...new Set(form.getAll('places').map(String).filter(Boolean))];
	if (ticked.length > MOST_PLACES) return { fault: 'places_too_many', candidates: [] };
	const known = await Promise.all(ticked.map(placeOfCode));
	if (known.some((place) => place === null)) return { fault: 'place_unknown', candidates: [] };
	const typed = textOf(form, 'addPlace').trim();
	if (!typed) return { places: ticked };
	const found = await findPlaces(typed);
	const same = found.filter((place) => plain(place.now.name) === plain(typed));
	if (same.length === 1) return { places: [...new Set([...ticked, codeOf(same[0]!)])] };
	const options = found.map(async (place) => {
		const code = codeOf(place);
		return { code, name: await nameOfCode(code), was: place.was ?? '' };
	});
	return { fault: found.length ? 'place_which' : 'place_unknown', candidates: await Promise.all(options) };
}
