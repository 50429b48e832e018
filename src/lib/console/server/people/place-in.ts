import { codeOf, codesOf, nameOfCode } from '$lib/server/places/code';
import { codesFor } from '$lib/server/places/codes-for';
import { findPlaces } from '$lib/server/places/find-places';
import { isInReach, reachOf } from '$lib/server/reach';
import type { Staff } from '$lib/server/session';
import type { PlaceOption } from '../../people/place-option';
import { lengthOf } from '../../roster';
import { textOf } from '../form';

export const MAX_PLACE = 120;

export type PlaceGiven = { place: string; province: string; commune: string };
type Fault = { fault: 'place_too_long' | 'place_unknown' | 'place_outside' };

/**
 * The place that a form names: words, and the code of a place from the list when one was chosen for just these words.
 * Words alone are enough where they are the name of one place only, and else stay words. Whoever looks after places
 * makes groups in these.
 */
export async function placeIn(staff: Staff, form: FormData): Promise<PlaceGiven | Fault> {
	const place = tidy(textOf(form, 'place'));
	if (lengthOf(place) > MAX_PLACE) return { fault: 'place_too_long' };
	const codes = await codesFor(place, textOf(form, 'code'), tidy(textOf(form, 'placed')));
	if (!codes) return { fault: 'place_unknown' };
	const reach = reachOf(staff);
	if (reach && !reach.trainer && !isInReach(reach, { trainers: [], ...codes }))
		return { fault: 'place_outside' };
	return { place, ...codes };
}

/** The places that words may mean, within her reach: to choose from where no script runs. */
export async function placesLike(staff: Staff, words: string): Promise<PlaceOption[]> {
	const reach = reachOf(staff);
	const found = await findPlaces(words);
	const options = found
		.filter((place) => !reach || isInReach({ ...reach, trainer: '' }, { trainers: [], ...codesOf(place) }))
		.map(async (place) => ({
			code: codeOf(place),
			name: await nameOfCode(codeOf(place)),
			was: place.was ?? ''
		}));
	return Promise.all(options);
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC');
