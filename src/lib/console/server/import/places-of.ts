import { codeOf, codesOf, placeOfCode } from '$lib/server/places/code';
import { findPlaces } from '$lib/server/places/find-places';
import { placesMeant, type Meant } from '$lib/server/places/places-meant';
import { isInReach, reachOf } from '$lib/server/reach';
import type { Staff } from '$lib/server/session';
import type { PlaceGiven } from '../people/place-in';
import type { Checked, CheckedRow, Fault } from './check-rows';
import type { Draft } from './drafts';

type Option = { code: string; was: string };
/** Words that are not the name of exactly one place: what they may mean. */
export type PlaceQuestion = { words: string; rows: number; options: Option[] };
export type Places = {
	/** Rows whose group's place is clear or only words; what cannot be so is among the faults. */
	checked: Checked;
	found: { words: string; code: string }[];
	questions: PlaceQuestion[];
	undecided: number;
	/** Where each new group is, by its name. */
	ofGroup: Map<string, PlaceGiven>;
};

/** What words of a place mean: a code; `none`: words and no more; null: nobody has said. */
type Answer = { code: string } | { outside: true } | { question: Option[] };

/**
 * The places that the rows of new groups name, by the official list of today: names of before the reform as well. What is
 * not the name of exactly one place within her reach is asked and not guessed. A group that is there keeps its own.
 */
export async function placesOf(staff: Staff, draft: Draft, read: Checked): Promise<Places> {
	const places: Places = { checked: read, found: [], questions: [], undecided: 0, ofGroup: new Map() };
	const rows = read.rows.filter(({ into, place }) => 'name' in into && place);
	if (rows.length === 0) return places;
	const counts = new Map<string, number>();
	for (const { place } of rows) counts.set(place, (counts.get(place) ?? 0) + 1);
	const meant = new Map<string, string>();
	const outside = new Set<string>();
	for (const [words, n] of counts) {
		const answer = await answerFor(staff, words);
		if ('outside' in answer) outside.add(words);
		else if ('code' in answer) places.found.push({ words, code: answer.code });
		else places.questions.push({ words, rows: n, options: answer.question });
		meant.set(
			words,
			'code' in answer ? answer.code : 'question' in answer ? said(draft, words, answer.question) : ''
		);
	}
	places.undecided = places.questions.filter(({ words }) => !meant.get(words)).length;
	const faults = [...faultsOf(rows, meant, outside)];
	const faulty = new Set(faults.map(({ line }) => line));
	const left = read.rows.filter(({ line }) => !faulty.has(line));
	for (const row of left)
		if ('name' in row.into && row.place && !places.ofGroup.has(row.into.name))
			places.ofGroup.set(row.into.name, await placeGiven(row.place, meant.get(row.place) ?? ''));
	return { ...places, checked: { ...read, rows: left, faults: [...read.faults, ...faults] } };
}

async function answerFor(staff: Staff, words: string): Promise<Answer> {
	const all = await placesMeant(words, true);
	const hers = all.filter((one) => isHers(staff, one));
	if (hers.length === 1) return { code: codeOf(hers[0]!.now) };
	if (all.length > 0 && hers.length === 0) return { outside: true };
	const near =
		hers.length > 0 ? hers : (await findPlaces(words)).map(asMeant).filter((one) => isHers(staff, one));
	const options = new Map(near.map(({ now, was }) => [codeOf(now), { code: codeOf(now), was }]));
	return { question: [...options.values()] };
}

const asMeant = ({ was = '', ...now }: Awaited<ReturnType<typeof findPlaces>>[number]): Meant => ({
	now,
	was
});

/** Trainers make their groups anywhere, a manager of places in these. */
function isHers(staff: Staff, { now }: Meant): boolean {
	const reach = reachOf(staff);
	return !reach || Boolean(reach.trainer) || isInReach(reach, { trainers: [], ...codesOf(now) });
}

/** What a person chose of what was offered. */
function said({ meant = {}, meantUsual = '' }: Draft, words: string, options: Option[]): string {
	const choice = Object.hasOwn(meant, words) ? meant[words] : meantUsual;
	return choice === 'none' || options.some(({ code }) => code === choice) ? (choice ?? '') : '';
}

/** A group is in one place: the first of its rows says where. */
function* faultsOf(rows: CheckedRow[], meant: Map<string, string>, outside: Set<string>): Generator<Fault> {
	const first = new Map<string, string>();
	for (const { line, place, into } of rows) {
		if (!('name' in into)) continue;
		const fault = { line, column: 'commune' as const, value: place };
		if (outside.has(place)) {
			yield { ...fault, code: 'place_outside' };
			continue;
		}
		const code = meant.get(place);
		const where = !code || code === 'none' ? place : code;
		if (!first.has(into.name)) first.set(into.name, where);
		else if (first.get(into.name) !== where) yield { ...fault, code: 'place_differs' };
	}
}

async function placeGiven(place: string, code: string): Promise<PlaceGiven> {
	const found = code && code !== 'none' ? await placeOfCode(code) : null;
	return { place, ...(found ? codesOf(found) : { province: '', commune: '' }) };
}
