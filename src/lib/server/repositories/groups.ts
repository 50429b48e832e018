import { ClientResponseError } from 'pocketbase';
import type { QuestionFigures } from '$lib/domain/question-figures';
import { pbCall, pocketbase } from '../pocketbase';
import { reachOf, reachQuery } from '../reach';
import type { Staff } from '../session';
import {
	questionsFrom,
	weeksFrom,
	weeksFromRows,
	type QuestionRows,
	type WeekFigures,
	type WeekRows
} from './seeing';
import { clipsSince, giveTroubles, noTroubles, type TroubleRows, type Troubles } from './troubles';

/** The women of one village who learn together. `trainers` are ids of staff. */
export type Group = {
	id: string;
	name: string;
	/** In words as somebody wrote it, maybe by a name of before the reform of 2025. */
	place: string;
	/** Official codes (places/code.ts); "" when nobody has chosen a place from the list. */
	province: string;
	commune: string;
	village: string;
	trainers: string[];
	archived: boolean;
	/** Goes up with each change: who changes an older one is told. */
	version: number;
	changedBy: string;
};
type NewGroup = Pick<Group, 'name' | 'place' | 'trainers'> &
	Partial<Pick<Group, 'province' | 'commune' | 'village'>>;

/** A group in a list: how many women, how many of them are stuck, when a phone last reported. */
export type GroupInList = Group & { women: number; stuck: number; lastSeenAtMs: number | null };

export type WomanInGroup = Troubles & {
	id: string;
	name: string;
	picture: string;
	cardIssuedAtMs: number | null;
	cardRevoked: boolean;
	/** Phones with access now, and those that were revoked. */
	phones: number;
	revokedPhones: number;
	/** When one of her phones last reported to the server; null: never. */
	lastSeenAtMs: number | null;
	/** By lesson slug; a lesson not begun is missing. `answers` and `wrong` count over all its questions. */
	lessons: Record<
		string,
		{ state: 'begun' | 'done'; heard: number; answers: number; wrong: number; lastAtMs: number }
	>;
	/** Slugs of the courses she has a confirmed badge of. */
	badges: string[];
	/** Lessons that she heard in a group. */
	together?: string[];
};

export type GroupOverview = {
	group: Group;
	women: WomanInGroup[];
	questions: QuestionFigures[];
	weeks: WeekFigures[];
};

export async function createGroup(
	{ name, place, trainers, province = '', commune = '', village = '' }: NewGroup,
	by: string
): Promise<Group> {
	const row = { name, place, province, commune, village, trainers, createdBy: by, archived: false };
	return groupFrom(await (await pocketbase()).collection('groups').create<Group>(row));
}

export type GroupChange = Partial<Omit<Group, 'id' | 'version' | 'changedBy'>>;

/** Changes a group as it was at version `expected`. `stale`: somebody has changed it since, and nothing was written;
 * `not_empty`: it was to be closed, and women are in it. */
export async function changeGroup(
	id: string,
	values: GroupChange,
	{ expected, by }: { expected: number; by: string }
): Promise<'kept' | 'stale' | 'gone' | 'not_empty'> {
	type Answer = { outcome: 'kept' | 'stale' | 'gone' | 'not_empty' };
	return (await pbCall<Answer>('POST', `/api/banmay/groups/${id}/change`, { expected, values, by })).outcome;
}

export async function groupById(id: string): Promise<Group | null> {
	try {
		return groupFrom(await (await pocketbase()).collection('groups').getOne<Group>(id));
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** The groups that this member of staff may see (`reachOf`), by name; closed ones too. */
export async function groupsOf(staff: Staff): Promise<GroupInList[]> {
	const reach = reachOf(staff);
	if (!reach) return [];
	const query = new URLSearchParams(reachQuery(reach)).toString();
	const { groups } = await pbCall<{ groups: GroupInList[] }>('GET', `/api/banmay/groups?${query}`);
	return groups
		.map((group) => ({
			...groupFrom(group),
			women: group.women,
			stuck: group.stuck,
			lastSeenAtMs: group.lastSeenAtMs
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Everything the group's page shows, in one round trip and from the roll-up alone: it takes as long with a million
 * events as with ten thousand. Women by name; null: no such group. */
export async function groupOverview(id: string, nowMs = Date.now()): Promise<GroupOverview | null> {
	const { fromWeek, fromMs } = weeksFrom(nowMs);
	const since = `fromWeek=${fromWeek}&fromMs=${fromMs}&clipsSince=${clipsSince(nowMs)}`;
	const found = await pbCall<Overview>('GET', `/api/banmay/groups/${id}/overview?${since}`);
	if (!found.group) return null;
	const women = new Map(found.women.map((woman) => [woman.id, womanFrom(woman)]));
	for (const [learner, lesson, heard, answers, wrong, completedAtMs, lastAtMs] of found.lessons) {
		const state = completedAtMs ? 'done' : 'begun';
		const woman = women.get(learner);
		if (woman) woman.lessons[lesson] = { state, heard: bitsSet(heard), answers, wrong, lastAtMs };
	}
	giveTroubles(women, found);
	for (const [learner, course] of found.badges) women.get(learner)?.badges.push(course);
	for (const [learner, lesson] of found.together) women.get(learner)?.together?.push(lesson);
	return {
		group: groupFrom(found.group),
		women: [...women.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi')),
		questions: questionsFrom(found.questions),
		weeks: weeksFromRows(found, nowMs)
	};
}

type Woman = Omit<WomanInGroup, keyof Troubles | 'lessons' | 'badges' | 'together'>;
type Overview = TroubleRows &
	WeekRows & {
		group: Group | null;
		women: Woman[];
		questions: QuestionRows;
		lessons: [
			learner: string,
			lesson: string,
			heard: number,
			answers: number,
			wrong: number,
			done: number,
			at: number
		][];
		badges: [learner: string, course: string][];
		together: [learner: string, lesson: string][];
	};

const womanFrom = (woman: Woman): WomanInGroup => ({
	...woman,
	cardIssuedAtMs: woman.cardIssuedAtMs || null,
	cardRevoked: Boolean(woman.cardRevoked),
	lastSeenAtMs: woman.lastSeenAtMs || null,
	...noTroubles(),
	lessons: {},
	badges: [],
	together: []
});

const groupFrom = (row: Group): Group => {
	const { id, name, place, province, commune, village, trainers, version, changedBy } = row;
	const where = { place, province, commune, village };
	return { id, name, ...where, trainers, archived: Boolean(row.archived), version, changedBy };
};

/** How many cards a set of bits names (up to 2^51: beyond what `>>` can do). */
const bitsSet = (bits: number): number => bits.toString(2).replaceAll('0', '').length;
