import * as v from 'valibot';
import { CHECK_TIMES } from './check';
import { ALL_FOLLOWUP_ANSWERS, FOLLOWUP_DAYS, FOLLOWUP_QUESTIONS, isAnswerTo } from './followup';
import { PartNumber, Slug } from './lesson';
import { MediaName, Sha256 } from './media';
import { HeardTogether, MeetingHeld } from './together';
import { OrderShared } from './order-shared';
import { Offer, Stock } from './product';
import { ContactShared, StallChange } from './stall';
import { Ulid } from './ulid';
import { FeedbackRecorded, NoticeReported, QuestionAsked, QuestionConsented, VoiceWithdrawn } from './voices';

export { Ulid };

/** Events are numbered from 1 by each device, without gaps. */
export const Seq = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

const FollowUpAnswered = v.pipe(
	v.object({
		course: Slug,
		days: v.picklist(FOLLOWUP_DAYS),
		question: v.picklist(FOLLOWUP_QUESTIONS),
		answer: v.picklist(ALL_FOLLOWUP_ANSWERS)
	}),
	v.check(({ question, answer }) => isAnswerTo(question, answer))
);

/** Payload of each kind of event. Add a kind here; never change one that is out: give it a new name. */
export const eventData = {
	'lesson.opened': v.object({ lesson: Slug, hash: Sha256 }),
	'card.heard': v.object({ lesson: Slug, card: PartNumber }),
	'question.answered': v.object({
		lesson: Slug,
		question: PartNumber,
		/** Which try at this question in this run of the lesson; 1 is the first. */
		try: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
		right: v.boolean()
	}),
	'lesson.completed': v.object({ lesson: Slug }),
	'course.completed': v.object({ course: Slug }),
	/** A clip that would not play: the trainer's side counts it. */
	'clip.missing': v.object({ lesson: Slug, clip: MediaName }),
	/** A practice done to its end: taps, those that were wrong, and the tricks that she fell for, each once. */
	'practice.completed': v.object({
		lesson: Slug,
		practice: Slug,
		outcome: v.object({
			steps: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
			wrong: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
			fell: v.pipe(v.array(Slug), v.maxLength(20))
		})
	}),
	/** A question of a finished lesson, heard again before a new one. It counts for no badge and changes no progress. */
	'review.answered': v.object({ lesson: Slug, question: PartNumber, right: v.boolean() }),
	/** A message, a card or an assignment of hers, heard to its end in this version. */
	'notice.heard': v.object({
		notice: v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/)),
		version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
	}),
	/** Her stall and what she offers in it; domain/fold-shop.ts says what they amount to. */
	'stall.changed': StallChange,
	'contact.shared': ContactShared,
	'contact.hidden': v.object({}),
	'product.offered': Offer,
	'product.restocked': v.object({ product: Ulid, stock: Stock }),
	'product.withdrawn': v.object({ product: Ulid }),
	'product.returned': v.object({ product: Ulid }),
	/** What a group did around this phone: heard a lesson, or met. It is nobody's answer and completes nothing. */
	'lesson.heard_together': HeardTogether,
	'meeting.held': MeetingHeld,
	/** What she said was unclear, and her questions to people who know; `voice` names either by its event's id. */
	'feedback.recorded': FeedbackRecorded,
	'question.asked': QuestionAsked,
	'question.consented': QuestionConsented,
	'voice.withdrawn': VoiceWithdrawn,
	'notice.reported': NoticeReported,
	/** A question before or after a course. It is no answer of a lesson and counts for no badge. */
	'check.answered': v.object({
		course: Slug,
		time: v.picklist(CHECK_TIMES),
		question: PartNumber,
		right: v.boolean()
	}),
	/** She has answered all of it, or skipped the rest. */
	'check.ended': v.object({ course: Slug, time: v.picklist(CHECK_TIMES) }),
	/** What she said 30 or 90 days after a course (domain/followup.ts). It is her word, and proves nothing. */
	'followup.answered': FollowUpAnswered,
	/** She has answered all of it, or skipped the rest. */
	'followup.ended': v.object({ course: Slug, days: v.picklist(FOLLOWUP_DAYS) }),
	/** A paid order, once, and only from who agreed to share their number. */
	'order.recorded': OrderShared
} as const;
export type EventKind = keyof typeof eventData;

const envelope = {
	id: Ulid,
	device: Ulid,
	seq: Seq,
	/** The phone's clock, ms since 1970. It may be wrong by years and is never a reason to refuse. */
	at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000))
};
const of = <K extends EventKind>(kind: K) =>
	v.object({ ...envelope, kind: v.literal(kind), data: eventData[kind] });

export const Event = v.variant('kind', [
	of('lesson.opened'),
	of('card.heard'),
	of('question.answered'),
	of('lesson.completed'),
	of('course.completed'),
	of('clip.missing'),
	of('practice.completed'),
	of('review.answered'),
	of('notice.heard'),
	of('stall.changed'),
	of('contact.shared'),
	of('contact.hidden'),
	of('product.offered'),
	of('product.restocked'),
	of('product.withdrawn'),
	of('product.returned'),
	of('lesson.heard_together'),
	of('meeting.held'),
	of('feedback.recorded'),
	of('question.asked'),
	of('question.consented'),
	of('voice.withdrawn'),
	of('notice.reported'),
	of('check.answered'),
	of('check.ended'),
	of('followup.answered'),
	of('followup.ended'),
	of('order.recorded')
]);
export type Event = v.InferOutput<typeof Event>;

/** What happened, before a device has numbered it. */
export type Happening = {
	[K in EventKind]: { kind: K; data: v.InferOutput<(typeof eventData)[K]> };
}[EventKind];
