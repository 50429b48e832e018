import { pocketbase } from '$lib/server/pocketbase';
import { clamped } from '$lib/server/interop/clamp';
import { weekOf, weekStartMs } from '$lib/domain/week';

type Row = {
	id: string;
	kind: string;
	at: number;
	receivedAt: number;
	lesson: string;
	part: number;
	right: boolean;
};

/** Every event of a woman as it is stored. */
export async function storedOf(learner: string): Promise<Row[]> {
	const pb = await pocketbase();
	return pb.collection('events').getFullList<Row>({ filter: pb.filter('learner = {:learner}', { learner }) });
}

/**
 * What trainers see of a woman, by the plain meaning of the words and from nothing but her events: her first answer
 * to a question is the one that nothing precedes; a lesson is done when it was first completed; she was there in a
 * week when anything of hers happened on one of its days.
 */
export function naiveSeeing(events: readonly Row[]) {
	const dated = events.map((event) => ({ ...event, moment: clamped(event) }));
	const answers = dated.filter(({ kind }) => kind === 'question.answered');
	const questions = [...new Set(answers.map(({ lesson, part }) => `${lesson} ${part}`))].map((key) => {
		const own = answers.filter(({ lesson, part }) => key === `${lesson} ${part}`);
		const first = own.find((one) =>
			own.every((other) => other.moment > one.moment || (other.moment === one.moment && other.id >= one.id))
		);
		const [lesson = '', question] = key.split(' ');
		return {
			lesson,
			question: Number(question),
			answers: own.length,
			wrong: own.filter(({ right }) => !right).length,
			right: own.some(({ right }) => right),
			rightFirst: first?.right ?? false,
			firstAtMs: first?.moment ?? 0,
			lastAtMs: Math.max(...own.map(({ moment }) => moment))
		};
	});
	const completed = dated.filter(({ kind }) => kind === 'lesson.completed');
	const done = [...new Set(completed.map(({ lesson }) => lesson))].map((lesson) => ({
		lesson,
		doneAtMs: Math.min(...completed.filter((one) => one.lesson === lesson).map(({ moment }) => moment))
	}));
	const weeks = [...new Set(dated.map(({ moment }) => weekOf(moment)))].map((week) => {
		const own = dated.filter(({ moment }) => weekOf(moment) === week);
		const days = new Set(own.map(({ moment }) => Math.floor((moment - weekStartMs(week)) / 86_400_000)));
		return {
			week,
			days: [...days].reduce((sum, day) => sum + 2 ** day, 0),
			acts: own.length,
			lastAtMs: Math.max(...own.map(({ moment }) => moment))
		};
	});
	return { questions: questions.sort(byKey), done: done.sort(byKey), weeks: weeks.sort(byKey) };
}

/** The same from the roll-ups. */
export async function rolledUp(learner: string): Promise<ReturnType<typeof naiveSeeing>> {
	const pb = await pocketbase();
	const all = <T>(name: string) =>
		pb.collection(name).getFullList<T>({ filter: pb.filter('learner = {:learner}', { learner }) });
	const questions = await all<{
		lesson: string;
		question: number;
		answers: number;
		wrong: number;
		right: boolean;
		first: string;
		lastAt: number;
	}>('question_progress');
	const lessons = await all<{ lesson: string; doneAt: number }>('lesson_progress');
	const weeks = await all<{ week: number; days: number; acts: number; lastAt: number }>('week_activity');
	return {
		questions: questions
			.map(({ lesson, question, answers, wrong, right, first, lastAt }) => ({
				...{ lesson, question, answers, wrong, right },
				rightFirst: first.endsWith('1') && first.length === 44,
				firstAtMs: Number(first.slice(0, 17)),
				lastAtMs: lastAt
			}))
			.sort(byKey),
		done: lessons
			.filter(({ doneAt }) => doneAt > 0)
			.map(({ lesson, doneAt }) => ({ lesson, doneAtMs: doneAt }))
			.sort(byKey),
		weeks: weeks.map(({ week, days, acts, lastAt }) => ({ week, days, acts, lastAtMs: lastAt })).sort(byKey)
	};
}

type Keyed = { lesson?: string; question?: number; week?: number };
const keyOf = ({ lesson = '', question = 0, week = 0 }: Keyed) => `${lesson} ${question + week + 1_000_000}`;
const byKey = (a: Keyed, b: Keyed) => keyOf(a).localeCompare(keyOf(b));
