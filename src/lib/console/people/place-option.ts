import { communeCode, provinceCode } from '$lib/domain/place-code';

/** A place to choose: its code, today's name, and by which older name it was found, when it was. */
export type PlaceOption = { code: string; name: string; was: string };

/** What GET /api/places answers. */
type Found =
	| { kind: 'province'; now: { code: number; name: string }; was?: string }
	| { kind: 'commune'; now: { code: number; name: string; province: { name: string } }; was?: string };

export const optionOf = ({ kind, now, was = '' }: Found): PlaceOption =>
	kind === 'province'
		? { code: provinceCode(now), name: now.name, was }
		: { code: communeCode(now), name: `${now.name}, ${now.province.name}`, was };

/** What stands in the field when the place was chosen: the name that she knew it by. */
export const wordsOf = ({ name, was }: PlaceOption): string => was || name;

/** Asks the server for places. Never rejects: null when it is away. */
export async function askForPlaces(typed: string, get: typeof fetch = fetch): Promise<PlaceOption[] | null> {
	try {
		const response = await get(`/api/places?q=${encodeURIComponent(typed)}`);
		if (!response.ok) return null;
		return ((await response.json()) as { places: Found[] }).places.map(optionOf);
	} catch {
		return null;
	}
}
