import { communeCode, provinceCode } from '$lib/domain/place-code';
import { readPlaces, type Commune, type Province } from './read-places';

export type PlaceOfCode = { kind: 'province'; now: Province } | { kind: 'commune'; now: Commune };

/** The place of a code that stands today; null: it is none. */
export async function placeOfCode(code: string): Promise<PlaceOfCode | null> {
	const { provinces, communes } = await readPlaces();
	if (/^\d{2}$/.test(code)) {
		const now = provinces.get(Number(code));
		return now ? { kind: 'province', now } : null;
	}
	const now = /^\d{5}$/.test(code) ? communes.get(Number(code)) : undefined;
	return now ? { kind: 'commune', now } : null;
}

/** "Xã Na Rì, Tỉnh Thái Nguyên"; the code itself when it is none. */
export async function nameOfCode(code: string): Promise<string> {
	const place = await placeOfCode(code);
	if (!place) return code;
	return place.kind === 'province' ? place.now.name : `${place.now.name}, ${place.now.province.name}`;
}

/** The codes that a place is stored by: a commune's with its province's. */
export const codesOf = (place: PlaceOfCode): { province: string; commune: string } =>
	place.kind === 'province'
		? { province: provinceCode(place.now), commune: '' }
		: { province: provinceCode(place.now.province), commune: communeCode(place.now) };

export const codeOf = (place: PlaceOfCode): string => codesOf(place).commune || codesOf(place).province;
