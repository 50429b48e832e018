import * as v from 'valibot';
import { AnswerBody, SharedBody } from './notices/answer';
import { AssignmentBody } from './notices/assignment';
import { BuyerBody } from './notices/buyer';
import { CardBody } from './notices/card';
import { IntroductionBody } from './notices/introduction';
import { ScamBody } from './notices/scam';
import { VoiceBody } from './notices/voice';

/** PocketBase's ids. */
export const NoticeId = v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/, 'must be 15 small letters and digits'));

/** What each kind says. A new kind is a file in ./notices and a line here; its README is the contract. */
export const noticeBody = {
	assignment: AssignmentBody,
	voice: VoiceBody,
	card: CardBody,
	answer: AnswerBody,
	shared: SharedBody,
	buyer: BuyerBody,
	scam: ScamBody,
	introduction: IntroductionBody
} as const;
export type NoticeKind = keyof typeof noticeBody;
export type BodyOf<K extends NoticeKind> = v.InferOutput<(typeof noticeBody)[K]>;

/** What somebody writes to a woman, as her phone keeps it. For whom else it is stays at the server. */
export type NoticeOf<K extends NoticeKind> = {
	id: string;
	kind: K;
	body: BodyOf<K>;
	/** Rises with each change. */
	version: number;
	/** Who wrote it, by name and picture. */
	from: { name: string; picture: string };
	fromMs: number;
	/** Null: until it is withdrawn. */
	untilMs: number | null;
};
export type Notice = { [K in NoticeKind]: NoticeOf<K> }[NoticeKind];

/** For whom a notice is. `everybody` has the id "everybody". */
export const NoticeTarget = v.variant('scope', [
	v.object({ scope: v.literal('group'), id: NoticeId }),
	v.object({ scope: v.literal('learner'), id: NoticeId }),
	v.object({ scope: v.literal('everybody'), id: v.literal('everybody') })
]);
export type NoticeTarget = v.InferOutput<typeof NoticeTarget>;
