import type { Lesson, Question } from './lesson';

type Parts = Pick<Lesson, 'cards'>;

/**
 * The card that explains a question: the one that the lesson names, else the one that shares the most with the
 * question, its right answer and its reason. Pairs of syllables count, for a Vietnamese word is mostly two of them,
 * and the fewer cards have a pair the more it says. The last card, when nothing is shared.
 */
export function explainingCard({ cards }: Parts, question: Question): number {
	if (cards.some(({ id }) => id === question.explains)) return question.explains as number;
	const asked = new Set(sentencesOf(question).flatMap(pairsOf));
	const said = cards.map(({ id, say }) => ({ id, pairs: new Set(pairsOf(say.vi.text)) }));
	const weight = (pair: string) => 1 / said.filter(({ pairs }) => pairs.has(pair)).length;
	let best = { id: cards.at(-1)?.id ?? 1, score: 0 };
	for (const { id, pairs } of said) {
		const score = [...pairs].reduce((sum, pair) => sum + (asked.has(pair) ? weight(pair) : 0), 0);
		if (score > best.score) best = { id, score };
	}
	return best.id;
}

function sentencesOf(question: Question): string[] {
	const parts =
		question.kind === 'order' ? question.steps : question.options.filter(({ correct }) => correct);
	return [question.ask, question.why, ...parts.map(({ text }) => text)].map(({ vi }) => vi.text);
}

/** Syllables that follow each other, and each by itself. */
function pairsOf(text: string): string[] {
	const syllables = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...syllables, ...syllables.slice(1).map((syllable, index) => `${syllables[index]} ${syllable}`)];
}
