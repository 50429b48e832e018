import * as v from 'valibot';
import { Ulid } from '../ulid';
import { QUESTION_FIELDS } from '../voice-limits';
import { VoiceBody } from './voice';

/** What somebody who knows answered to a question of hers. */
export const AnswerBody = v.object({
	...VoiceBody.entries,
	question: Ulid,
	field: v.picklist(QUESTION_FIELDS)
});
export type AnswerBody = v.InferOutput<typeof AnswerBody>;

/** A good answer, for others too; with the question in her own voice where she said yes to it. Whose question it was
 * is not in it. */
export const SharedBody = v.object({
	field: v.picklist(QUESTION_FIELDS),
	answer: VoiceBody,
	asked: v.optional(VoiceBody)
});
export type SharedBody = v.InferOutput<typeof SharedBody>;
