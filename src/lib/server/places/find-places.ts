import { plain } from './plain';
import { readPlaces, type Commune, type Places, type Province } from './read-places';

/** A place that may be meant: what it is called now, and by which older name it was found, when it was. */
export type FoundPlace =
	| { kind: 'province'; now: Province; was?: string }
	| { kind: 'commune'; now: Commune; was?: string; wasCode?: number };

type Entry = { own: string; words: string[]; old: boolean; place: FoundPlace };

const MOST = 12;
const kinds = /^(xa|phuong|thi tran|dac khu|tinh|thanh pho|huyen|quan|thi xa) /;
let kept: Promise<Entry[]> | undefined;

/**
 * Places whose name, with those above them, holds every word typed (a word's beginning will do): with or without
 * accents, by today's names and by those before the reform. Whole names first, then today's before old ones.
 */
export async function findPlaces(typed: string, most = MOST): Promise<FoundPlace[]> {
	const asked = plain(typed.slice(0, 100)).split(' ').filter(Boolean);
	if (!asked.length) return [];
	const whole = asked.join(' ').replace(kinds, '');
	const found = (await (kept ??= readPlaces().then(listEntries))).filter(({ words }) =>
		asked.every((part) => words.some((word) => word.startsWith(part)))
	);
	const rank = ({ own, old, place }: Entry) =>
		(own === whole ? 0 : own.startsWith(whole) ? 4 : 8) + (old ? 2 : 0) + (place.kind === 'province' ? 0 : 1);
	return found
		.map((entry) => ({ entry, rank: rank(entry) }))
		.sort((a, b) => a.rank - b.rank)
		.slice(0, most)
		.map(({ entry }) => entry.place);
}

function listEntries(places: Places): Entry[] {
	const entries: Entry[] = [];
	const add = (name: string, above: string, old: boolean, place: FoundPlace) =>
		entries.push({
			own: plain(name).replace(kinds, ''),
			words: plain(`${name} ${above}`).split(' '),
			old,
			place
		});

	for (const now of places.provinces.values()) add(now.name, '', false, { kind: 'province', now });
	for (const now of places.communes.values())
		add(now.name, now.province.name, false, { kind: 'commune', now });
	for (const { name, now } of places.oldProvinces.values())
		for (const one of now)
			if (one.name !== name) add(name, '', true, { kind: 'province', now: one, was: name });
	for (const { code, name, district, now } of places.oldCommunes.values()) {
		const above = `${district.name}, ${district.province.name}`;
		for (const one of now)
			add(name, above, true, { kind: 'commune', now: one, was: `${name}, ${above}`, wasCode: code });
	}
	return entries;
}
