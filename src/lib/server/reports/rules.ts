import { FIRST_PLAUSIBLE_MS } from '../interop/clamp';
import { SMALLEST_SHOWN } from '../interop/hide-small';
import { countsFor, MEASURES, type Measure } from '../interop/measures';

/** A figure with the very code that counts it, so that the page cannot say other than what is done. */
export type Rule = { measure: Measure; code: string };

export const figureRules = (): Rule[] =>
	MEASURES.map((measure) => ({ measure, code: countsFor[measure].toString() }));

export const limits = {
	smallestShown: SMALLEST_SHOWN,
	firstPlausible: new Date(FIRST_PLAUSIBLE_MS).toISOString().slice(0, 10)
};
