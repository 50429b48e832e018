import * as v from 'valibot';
import { MediaName, Sha256, Spoken } from '../media';
import { SCAM_KINDS } from '../scam-limits';

/** A trick that goes round, to be practised once: what is said of it, and the practice that it is. */
export const ScamBody = v.object({
	trick: v.picklist(SCAM_KINDS),
	title: Spoken,
	picture: MediaName,
	/** /api/practices/<practice>.json; its lesson is `scamLesson(id)`. */
	practice: Sha256,
	/** All of it, as it travels. */
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** What was recorded and photographed for it: goes from the server with the notice. */
	own: v.pipe(v.array(MediaName), v.maxLength(12))
});
export type ScamBody = v.InferOutput<typeof ScamBody>;
