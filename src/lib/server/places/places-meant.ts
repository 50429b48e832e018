import { codeOf, type PlaceOfCode } from './code';
import { plain } from './plain';
import { readPlaces, type Places } from './read-places';

/** A place of today, and the older name by which it was meant. */
export type Meant = { now: PlaceOfCode; was: string };

/** A place as somebody may write it. A district is none any more: it stands for the province that it lies in. */
type Entry = { kind: string; above: Set<string>; meant: Meant };
let kept: Promise<Map<string, Entry[]>> | undefined;

const KINDS = 'xa|phuong|thi tran|dac khu|tinh|thanh pho|huyen|quan|thi xa';
const SHORT: Record<string, string> = {
	...{ x: 'xa', p: 'phuong', tt: 'thi tran', t: 'tinh', tp: 'thanh pho', h: 'huyen', q: 'quan', tx: 'thi xa' }
};
const KIND = new RegExp(`^(${KINDS}|${Object.keys(SHORT).join('|')}) (.+)$`);
/** Where one place ends and the one above it begins, when somebody writes no commas. */
const ABOVE = / (?=(?:huyen|tinh|thanh pho) \S)/;

/**
 * Every place that these words may name, and no other: "Xã Vũ Loan, huyện Na Rì, Bắc Kạn", "na ri thai nguyen", "TT. Bằng
 * Lũng", names of today and of before the reform mixed, with and without accents and kinds. The smallest comes first. One:
 * that is it. Several: whoever wrote it must say. A kind that is written counts; `communes`: where one is named, a
 * district of the same name is not meant.
 */
export async function placesMeant(words: string, communes = false): Promise<Meant[]> {
	const byName = await (kept ??= readPlaces().then(listByName));
	const [own, ...above] = partsOf(words);
	if (!own) return [];
	const found = readings(own).flatMap(({ name, kind }) =>
		(byName.get(name) ?? []).filter(
			(entry) =>
				(!kind || entry.kind === kind) &&
				above.every((part) => readings(part).some((reading) => entry.above.has(reading.name)))
		)
	);
	const meant = onceEach(found.map((entry) => entry.meant));
	const within = communes ? meant.filter(({ now }) => now.kind === 'commune') : [];
	return within.length > 0 ? within : meant;
}

function partsOf(words: string): string[] {
	const written = words.split(/[,;]|\s[-–]\s/).map(plain);
	const parts = written.flatMap((part) => (written.length > 1 ? [part] : part.split(ABOVE)));
	return parts.filter(Boolean);
}

/** "xa dung" is the commune Xa Dung, or a commune Dung. */
function readings(part: string): { name: string; kind: string }[] {
	const [, kind = '', name] = KIND.exec(part) ?? [];
	const whole = { name: part, kind: '' };
	return name ? [whole, { name, kind: SHORT[kind] ?? kind }] : [whole];
}

/** A place of today's name stands before the same place of an older one. */
function onceEach(all: Meant[]): Meant[] {
	const once = new Map<string, Meant>();
	for (const meant of all) {
		const code = codeOf(meant.now);
		if (!once.has(code) || !meant.was) once.set(code, meant);
	}
	return [...once.values()];
}

function listByName(places: Places): Map<string, Entry[]> {
	const byName = new Map<string, Entry[]>();
	const add = (name: string, above: Iterable<string>, now: PlaceOfCode, was = '') => {
		const [, kind = '', bare = plain(name)] = KIND.exec(plain(name)) ?? [];
		const entry = { kind, above: new Set([...above].map(bareName)), meant: { now, was } };
		byName.set(bare, [...(byName.get(bare) ?? []), entry]);
	};
	/** Of each province the names of those that it was made of: "Xã Na Rì, Bắc Kạn" is understood. */
	const names = new Map([...places.provinces.values()].map(({ code, name }) => [code, new Set([name])]));
	for (const old of places.oldProvinces.values())
		for (const { code } of old.now) names.get(code)?.add(old.name);

	for (const now of places.provinces.values()) add(now.name, [], { kind: 'province', now });
	for (const now of places.communes.values())
		add(now.name, names.get(now.province.code) ?? [], { kind: 'commune', now });
	for (const { name, now } of places.oldProvinces.values())
		for (const one of now) if (one.name !== name) add(name, [], { kind: 'province', now: one }, name);
	for (const { name, district, now } of places.oldCommunes.values()) {
		const was = `${name}, ${district.name}, ${district.province.name}`;
		for (const one of now) {
			const above = [district.name, district.province.name, ...(names.get(one.province.code) ?? [])];
			add(name, above, { kind: 'commune', now: one }, was);
		}
	}
	for (const { name, province } of places.oldDistricts.values())
		for (const one of province.now)
			add(name, names.get(one.code) ?? [], { kind: 'province', now: one }, `${name}, ${province.name}`);
	return byName;
}

function bareName(name: string): string {
	const [, , bare = plain(name)] = KIND.exec(plain(name)) ?? [];
	return bare;
}
