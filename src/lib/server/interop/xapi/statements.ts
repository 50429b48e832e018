import type { Catalog } from '$lib/domain/course';
import { clamped } from '../clamp';
import type { FedBadge, FedEvent, Joined } from '../feed';
import { pseudonymOf } from '../pseudonym';
import { uuid5 } from '../uuid5';
import { Activities } from './activities';
import type { Activity, Statement } from './statement';
import { verbs } from './verbs';

export type Where = { catalog: Catalog; origin: string; pepper: string };

/** What one event says, beside who and when. */
type Said = Pick<Statement, 'verb' | 'object' | 'result'> & {
	course?: string | undefined;
	parent?: Activity;
};

/**
 * xAPI 1.0.3 statements of events and badges: pure, and the same event always gives the same id, so that sending it
 * again is harmless. Events that say nothing to others give none.
 */
export function statementsOf(events: readonly FedEvent[], where: Where): Statement[] {
	const activities = new Activities(where.catalog, where.origin);
	return events.flatMap((event) => {
		const said = sayingOf(event, activities);
		return said ? [statement(`event:${event.id}`, event, clamped(event), said, activities, where)] : [];
	});
}

/** A badge as `earned`; its address is not told: she shows it to whom she likes. */
export function earnedStatements(
	badges: readonly Omit<FedBadge, 'name' | 'groups'>[],
	where: Where
): Statement[] {
	const activities = new Activities(where.catalog, where.origin);
	return badges.map(({ id, learner, course, issuedAtMs }) => {
		const said = { verb: verbs.earned, object: activities.badge(course), course };
		return statement(`badge:${id}`, { learner }, issuedAtMs, said, activities, where);
	});
}

/** That she has joined, once for each woman: for the whole programme, because whoever joins may learn every course. */
export function registeredStatements(joined: readonly Joined[], where: Where): Statement[] {
	const activities = new Activities(where.catalog, where.origin);
	const said = { verb: verbs.registered, object: activities.programme() };
	return joined.map(({ learner, joinedAtMs }) =>
		statement(`joined:${learner}`, { learner }, joinedAtMs, said, activities, where)
	);
}

function sayingOf({ kind, data }: FedEvent, activities: Activities): Said | null {
	const lesson = String(data.lesson);
	const inLesson = { course: activities.courseOf(lesson), parent: activities.lesson(lesson) };
	switch (kind) {
		case 'lesson.opened':
			return { verb: verbs.initialized, object: activities.lesson(lesson), course: inLesson.course };
		case 'question.answered':
			return {
				verb: verbs.answered,
				object: activities.question(lesson, Number(data.question)),
				result: {
					success: data.right === true,
					score: { scaled: data.right === true ? 1 : 0 },
					extensions: { [`${activities.origin}/xapi/try`]: Number(data.try) }
				},
				...inLesson
			};
		case 'lesson.completed':
			return {
				verb: verbs.completed,
				object: activities.lesson(lesson),
				result: { completion: true },
				course: inLesson.course
			};
		case 'practice.completed':
			return {
				verb: verbs.completed,
				object: activities.practice(String(data.practice)),
				result: { completion: true, success: fellForNothing(data.outcome) },
				...inLesson
			};
		case 'course.completed':
			return {
				verb: verbs.completed,
				object: activities.course(String(data.course)),
				result: { completion: true }
			};
		default:
			return null;
	}
}

const fellForNothing = (outcome: unknown): boolean =>
	typeof outcome === 'object' && outcome !== null && 'fell' in outcome && Array.isArray(outcome.fell)
		? outcome.fell.length === 0
		: true;

function statement(
	name: string,
	{ learner, seq }: { learner: string; seq?: number },
	atMs: number,
	{ verb, object, result, course, parent }: Said,
	activities: Activities,
	{ origin, pepper }: Where
): Statement {
	const actor = pseudonymOf(learner, pepper);
	const namespace = uuid5(origin);
	const above = parent ?? (course ? activities.course(course) : undefined);
	return {
		id: uuid5(name, namespace),
		actor: { objectType: 'Agent', account: { homePage: origin, name: actor } },
		verb,
		object,
		...(result ? { result } : {}),
		context: {
			...(course ? { registration: uuid5(`registration:${actor}:${course}`, namespace) } : {}),
			platform: 'Bản Mây',
			language: 'vi',
			contextActivities: {
				...(above && above.id !== object.id ? { parent: [above] } : {}),
				...(parent && course ? { grouping: [activities.course(course)] } : {}),
				category: [activities.profile()]
			},
			...(seq ? { extensions: { [`${origin}/xapi/client-seq`]: seq } } : {})
		},
		timestamp: new Date(atMs).toISOString()
	};
}
