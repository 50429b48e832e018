import type { Catalog } from '$lib/domain/course';
import { inLanguage } from '$lib/domain/language';
import type { Lesson } from '$lib/domain/lesson';
import { lessonsOf } from '$lib/domain/lessons-of';
import type { Learner } from '$lib/server/repositories/learners';
import { learnerById } from '$lib/server/repositories/learners';
import { meetingsOfGroup, type Meeting } from '$lib/server/repositories/meetings';
import type { ListedMeeting, ListedNewcomer } from '../../together/listed';
import { sameName } from '../../together/same-name';

type Given = {
	women: Learner[];
	catalog: Catalog;
	language: string;
	/** Published lessons by their hashes. */
	readLessons: (hashes: string[]) => Promise<Map<string, Lesson>>;
};

/** A group's meetings and its unchecked newcomers, in words. */
export async function seeMeetings(
	group: string,
	{ women, catalog, language, readLessons }: Given
): Promise<{ meetings: ListedMeeting[]; newcomers: ListedNewcomer[] }> {
	const { meetings, newcomers } = await meetingsOfGroup(group);
	const lessons = await lessonsIn(meetings, catalog, readLessons);
	const people = await peopleIn(meetings, women);
	return {
		meetings: meetings.map((meeting) => listed(meeting, lessons.get(meeting.lesson), people, language)),
		newcomers: newcomers.map(({ learner: id, name, picture, teller, addedAtMs }) => ({
			...{ id, name, picture, teller, addedAtMs },
			same: sameName({ id, name }, women).map((woman) => woman.id)
		}))
	};
}

/** The lessons that were heard, as they are taught now. */
async function lessonsIn(
	meetings: Meeting[],
	catalog: Catalog,
	readLessons: Given['readLessons']
): Promise<Map<string, Lesson>> {
	const slugs = new Set(meetings.map(({ lesson }) => lesson));
	const wanted = catalog.courses.flatMap(lessonsOf).filter(({ slug }) => slugs.has(slug));
	const read = await readLessons(wanted.map(({ hash }) => hash));
	return new Map(
		wanted.flatMap(({ slug, hash }) => (read.has(hash) ? [[slug, read.get(hash) as Lesson]] : []))
	);
}

/** Who was there, also who has left the group since. */
async function peopleIn(meetings: Meeting[], women: Learner[]): Promise<Map<string, Learner>> {
	const known = new Map(women.map((woman) => [woman.id, woman]));
	const gone = new Set(meetings.flatMap(({ present }) => present).filter((id) => !known.has(id)));
	for (const woman of await Promise.all([...gone].map(learnerById))) if (woman) known.set(woman.id, woman);
	return known;
}

function listed(
	{ present, hands, lesson, ...rest }: Meeting,
	heard: Lesson | undefined,
	people: Map<string, Learner>,
	language: string
): ListedMeeting {
	const textOf = (question: number, option: number) => {
		const asked = heard?.questions.find(({ id }) => id === question);
		const found = asked && asked.kind !== 'order' && asked.options.find(({ id }) => id === option);
		return found ? inLanguage(found.text, language).text : String(option);
	};
	return {
		...rest,
		lesson: lesson ? (heard ? inLanguage(heard.title, language).text : lesson) : null,
		present: present
			.flatMap((id) => people.get(id) ?? [])
			.map(({ id, name, picture }) => ({ id, name, picture }))
			.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
		hands: hands.map(({ question, counts }) => ({
			question,
			counts: counts.map(({ option, n }) => ({ text: textOf(question, option), n }))
		}))
	};
}
