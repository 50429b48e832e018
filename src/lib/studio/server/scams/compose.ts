import type { TextByLanguage } from '$lib/domain/curriculum';
import type { SourcePractice } from '$lib/domain/practice';
import type { Scam, ScamChoices } from '$lib/domain/scam';
import { scamLesson } from '$lib/domain/scam-lesson';

type Part = SourcePractice['parts'][number];
type Reply = Extract<Part, { engine: 'talk' }>['turns'][number]['replies'][number];

const vi = (text: string): TextByLanguage => ({ vi: text });

/**
 * A trick as a practice of the engines that lessons use: it comes, she chooses what to do; then what gave it away.
 * `picture` and `shown` are descriptions, but for the photograph, which has its file's name.
 */
export function composeScam(id: string, scam: Scam, choices: ScamChoices): SourcePractice {
	const who = choices.who[scam.kind];
	const shown = scam.photo ? { shown: scam.photo } : {};
	const { now, then } = rightOf(scam, choices);
	const first = now.length > 0 ? now : then;
	const isMore = now.length > 0 && then.length > 0;
	const trick = scamLesson(id);
	const good = ({ text, picture, why }: ScamChoices['right'][number]): Reply => ({
		...{ text, picture, says: why, to: isMore ? 'then' : 'end' }
	});
	const bad = wrongOf(scam, choices).map(({ text, picture, why }): Reply => ({
		...{ text, picture, says: why, trick }
	}));
	const turns = [
		{ id: 'comes', say: vi(scam.says), ...shown, replies: turned(id, [...first.map(good), ...bad]) }
	];
	if (isMore) turns.push({ id: 'then', say: choices.then, replies: turned(id, thenReplies(then, choices)) });
	const parts: Part[] = [
		{
			...{ engine: 'talk', say: choices.task[scam.kind], look: scam.kind === 'call' ? 'call' : 'chat' },
			...{ who, turns }
		},
		{
			...{ engine: 'signs', say: choices.signs, quote: vi(scam.says), ...shown },
			marks: scam.marks.map(({ text, at }) => ({ text: vi(text), ...(at && scam.photo ? { at } : {}) }))
		}
	];
	return { lesson: trick, name: 'scam-of-the-week', picture: who.picture, done: choices.done, parts };
}

/** What is chosen at once goes on without many words: the second screen is soon over. */
function thenReplies(then: ScamChoices['right'], { quiet }: ScamChoices): Reply[] {
	const { text, picture, why } = quiet;
	return [
		...then.map((one): Reply => ({ text: one.text, picture: one.picture, to: 'end' })),
		{ text, picture, says: why }
	];
}

/** The choices that she named and that are there, at once and after that. */
export function rightOf({ kind, right }: Pick<Scam, 'kind' | 'right'>, choices: ScamChoices) {
	const chosen = choices.right.filter((one) => right.includes(one.id) && isFor(one, kind));
	return {
		now: chosen.filter(({ when }) => when === 'now'),
		then: chosen.filter(({ when }) => when === 'then')
	};
}
export const wrongOf = ({ kind, wrong }: Pick<Scam, 'kind' | 'wrong'>, choices: ScamChoices) =>
	choices.wrong.filter((one) => wrong.includes(one.id) && isFor(one, kind));

const isFor = (one: { for?: Scam['kind'][] | undefined }, kind: Scam['kind']) =>
	one.for?.includes(kind) ?? true;

/** The right one stands not always first; for one trick the order is always the same. */
function turned<T>(id: string, list: T[]): T[] {
	const by = [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % list.length;
	return [...list.slice(by), ...list.slice(0, by)];
}
