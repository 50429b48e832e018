/** How a question went: how many women have answered it, and how many of them rightly the first time. */
export type QuestionFigures = { lesson: string; question: number; answered: number; rightFirst: number };

/** A question by its own words, and the card that explains it by its words. */
export type Asked = { ask: string; card: number; says: string };
/** By lesson and number of the question. */
export type AskedByLesson = Record<string, Record<number, Asked>>;

/**
 * The hardest first. One more right and one more wrong are supposed for each, so that one woman's one slip does not
 * stand before what half of a village gets wrong (Laplace's rule of succession).
 */
export function worstFirst(figures: readonly QuestionFigures[]): QuestionFigures[] {
	const share = ({ answered, rightFirst }: QuestionFigures) => (rightFirst + 1) / (answered + 2);
	return [...figures].sort((a, b) => share(a) - share(b) || b.answered - a.answered);
}
