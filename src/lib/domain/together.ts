import * as v from 'valibot';
import { PartNumber, Slug } from './lesson';
import { PERSON_PICTURES } from './people';

/** A learner's or a group's: PocketBase's ids, which a phone without a line can make too (new-person-id.ts). */
export const ShortId = v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/, 'must be 15 small letters and digits'));

/** More than any village has; what lies above is a phone gone wild. */
export const MOST_PRESENT = 1000;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PRESENT));

/** A woman who was written down on this phone, without a line: she becomes a learner when the event is delivered. */
export const Newcomer = v.object({
	id: ShortId,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
	picture: v.picklist(PERSON_PICTURES)
});
export type Newcomer = v.InferOutput<typeof Newcomer>;

const gathered = {
	/** Ids of those who were there, newcomers among them. */
	present: v.pipe(v.array(ShortId), v.maxLength(MOST_PRESENT)),
	/** Those of them whom the server did not know when this was written, as far as the phone can tell. */
	newcomers: v.pipe(v.array(Newcomer), v.maxLength(100))
};

/** How many raised a hand for each option; never who. */
export const Hands = v.object({
	question: PartNumber,
	counts: v.pipe(v.array(v.object({ option: PartNumber, n: Count })), v.maxLength(10))
});
export type Hands = v.InferOutput<typeof Hands>;

/** A lesson heard to its end by those who were there. It is no answer of anybody's and completes nothing. */
export const HeardTogether = v.object({
	...gathered,
	/** Null: women who are in no group together, counted and not named. */
	group: v.nullable(ShortId),
	lesson: Slug,
	/** How many were there. */
	here: Count,
	hands: v.pipe(v.array(Hands), v.maxLength(50))
});
export type HeardTogether = v.InferOutput<typeof HeardTogether>;

/** A meeting without a lesson, and what the trainer wrote of it. */
export const MeetingHeld = v.object({
	...gathered,
	group: ShortId,
	here: Count,
	note: v.pipe(v.string(), v.trim(), v.maxLength(1000))
});
export type MeetingHeld = v.InferOutput<typeof MeetingHeld>;

export type Gathering =
	{ kind: 'lesson.heard_together'; data: HeardTogether } | { kind: 'meeting.held'; data: MeetingHeld };

/** A woman as the phone that her group meets around knows her. */
export type RosterWoman = [id: string, name: string, picture: string];
export type Roster = { id: string; name: string; women: RosterWoman[] };

/** What a woman's phone is told of her groups, when it differs from what it has. */
export type TogetherForHer = { digest: string; groups: Roster[]; heard: string[] };

/** One call of POST /api/meetings; the phone sends the rest in the next. */
export const MOST_MEETINGS_A_CALL = 50;
