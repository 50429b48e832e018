import * as v from 'valibot';
import { PartNumber, Slug } from './lesson';
import { Sha256 } from './media';
import { Ulid } from './ulid';
import { MAX_ASKED_MS, MAX_TOLD_MS, QUESTION_FIELDS } from './voice-limits';

/** A recorder that stops on time may be a little late. */
const GRACE_S = 5;
const seconds = (maxMs: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxMs / 1000 + GRACE_S));

/** The screen on which she was. */
export const Where = v.object({
	route: v.pipe(v.string(), v.regex(/^\/[a-z0-9/-]{0,99}$/, 'must be a path of ours')),
	lesson: v.optional(Slug),
	card: v.optional(PartNumber),
	question: v.optional(PartNumber)
});
export type Where = v.InferOutput<typeof Where>;

/** A recording of hers about what was unclear, named by its hash; it follows by itself (docs/decisions/0028). */
export const FeedbackRecorded = v.object({ blob: Sha256, seconds: seconds(MAX_TOLD_MS), where: Where });

/** A question of hers to somebody who knows, with a picture if she wanted. The event's id is the question's. */
export const QuestionAsked = v.object({
	blob: Sha256,
	seconds: seconds(MAX_ASKED_MS),
	field: v.picklist(QUESTION_FIELDS),
	picture: v.optional(Sha256)
});

/** Whether others may hear her question and its answer. Not said is no, and she may change her mind. */
export const QuestionConsented = v.object({ voice: Ulid, yes: v.boolean() });

/** She takes back what she told or asked: the recording is deleted, and what was made of it. */
export const VoiceWithdrawn = v.object({ voice: Ulid });

/** What was written to her is wrong or bad, she says. */
export const NoticeReported = v.object({ notice: v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/)) });
