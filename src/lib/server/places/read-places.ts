import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Code = v.pipe(v.number(), v.integer(), v.minValue(1));
const Name = v.pipe(v.string(), v.nonEmpty());

/** The form of content/places/<date>.json, which scripts/places/from-package.py writes. */
const PlacesFile = v.object({
	source: v.string(),
	licence: v.string(),
	since: v.pipe(v.string(), v.isoDate()),
	provinces: v.array(v.strictTuple([Code, Name])),
	communes: v.array(v.strictTuple([Code, Name, Code])),
	oldProvinces: v.array(v.strictTuple([Code, Name, v.array(Code)])),
	oldDistricts: v.array(v.strictTuple([Code, Name, Code])),
	oldCommunes: v.array(v.strictTuple([Code, Name, Code, v.array(Code)]))
});

export type Province = { code: number; name: string };
export type Commune = { code: number; name: string; province: Province };
/** A place of before the reform. What became of it may be several; of a few the source does not say. */
export type OldProvince = Province & { now: Province[] };
export type OldDistrict = { code: number; name: string; province: OldProvince };
export type OldCommune = { code: number; name: string; district: OldDistrict; now: Commune[] };

export type Places = {
	/** The day since which the new names hold. */
	since: string;
	provinces: Map<number, Province>;
	communes: Map<number, Commune>;
	oldProvinces: Map<number, OldProvince>;
	oldDistricts: Map<number, OldDistrict>;
	oldCommunes: Map<number, OldCommune>;
};

let kept: Promise<Places> | undefined;

/** The country's places, read once and only when somebody asks. Old and new codes are numbered apart. */
export const readPlaces = (): Promise<Places> => (kept ??= read());

async function read(): Promise<Places> {
	// Read from its own place, not built in: the list has a licence of its own.
	const text = await readFile(join(process.cwd(), 'content/places/2025-07-01.json'), 'utf8');
	const file = v.parse(PlacesFile, JSON.parse(text));

	const provinces = byCode(file.provinces.map(([code, name]) => ({ code, name })));
	const communes = byCode(
		file.communes.map(([code, name, of]) => ({ code, name, province: must(provinces, of) }))
	);
	const oldProvinces = byCode(
		file.oldProvinces.map(([code, name, now]) => ({
			code,
			name,
			now: now.map((one) => must(provinces, one))
		}))
	);
	const oldDistricts = byCode(
		file.oldDistricts.map(([code, name, of]) => ({ code, name, province: must(oldProvinces, of) }))
	);
	const oldCommunes = byCode(
		file.oldCommunes.map(([code, name, of, now]) => ({
			code,
			name,
			district: must(oldDistricts, of),
			now: now.map((one) => must(communes, one))
		}))
	);
	return { since: file.since, provinces, communes, oldProvinces, oldDistricts, oldCommunes };
}

const byCode = <Place extends { code: number }>(places: Place[]): Map<number, Place> =>
	new Map(places.map((place) => [place.code, place]));

function must<Place>(places: Map<number, Place>, code: number): Place {
	const place = places.get(code);
	if (!place) throw new Error(`content/places: code ${code} is named and not there`);
	return place;
}
