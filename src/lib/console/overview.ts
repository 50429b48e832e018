import type { QuestionFigures } from '$lib/domain/question-figures';
import type { BarPlot, Rhythm } from './bar-plot';

/** Fewer women than this move a group's figures by more than twenty per cent each. */
export const SMALL_GROUP = 5;

/** A group beside the others: counted per woman, its bars on the same scale as theirs. */
export type GroupBeside = {
	id: string;
	name: string;
	women: number;
	/** Of the women, in per cent, week by week. */
	share: BarPlot;
	/** Lessons finished for each woman, week by week. */
	perWoman: BarPlot;
	/** Means over the four weeks before this one. */
	means: { share: number; perWoman: number };
};

/** All groups that a member of staff looks after. */
export type Overview = {
	women: number;
	rhythm: Rhythm;
	groups: GroupBeside[];
	questions: QuestionFigures[];
};
