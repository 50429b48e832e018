import * as v from 'valibot';
import { SORTS } from '../introduction';
import { PARTNER_KINDS } from '../partner-kinds';

/** A partner was introduced to her or to her group. How it is reached her trainer tells her. */
export const IntroductionBody = v.object({
	/** The partner's name, to be read; its kind is what is said. */
	partner: v.pipe(v.string(), v.maxLength(480)),
	kind: v.picklist(PARTNER_KINDS),
	sort: v.picklist(SORTS),
	whom: v.picklist(['group', 'learner'])
});
export type IntroductionBody = v.InferOutput<typeof IntroductionBody>;
