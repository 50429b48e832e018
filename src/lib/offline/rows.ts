import type { Badge } from '../domain/badge';
import type { Catalog } from '../domain/course';
import type { Event } from '../domain/event';
import type { Language } from '../domain/language';
import type { Lesson } from '../domain/lesson';
import type { Spoken } from '../domain/media';
import type { Practice } from '../domain/practice';
import type { Notice } from '../domain/notice';
import type { CardDays } from '../domain/notice-rules';
import type { LessonProgress } from '../domain/progress';
import type { LearnerOnPhone, RefusalReason } from '../domain/sync';

/** One woman on this phone. A profile is a device of its own: own numbering, own session cookie. */
export type Profile = {
	id: string;
	/** Made with the database and gone with it; replaced after a fork (docs/decisions/0007). */
	device: string;
	/** The device that this one follows after a fork, until the server knows the new one. */
	forkedFrom: string | null;
	/** Number of the next event; events are numbered from 1 without gaps. */
	nextSeq: number;
	/** Null for a guest who was not asked. */
	name: string | null;
	/** A picture's name, such as "sunflower". */
	picture: string;
	language: Language;
	code: { salt: string; hash: string } | null;
	codeSetAtMs: number;
	/** Who she is at the server; null until she joins. */
	learner: LearnerOnPhone | null;
	/** The server's last word: it has every event of this device up to this number. */
	watermark: number;
	/** Where the server's changes were read up to. */
	cursor: number;
	/** This phone was revoked: nothing is sent, everything is kept. */
	revoked: boolean;
	lastDeliveredAtMs: number | null;
	/** The server's clock at that moment. */
	serverAtMs?: number;
	/** The server's word for the notices that are here. */
	notices?: string;
	createdAtMs: number;
};

/** An event as it is kept; those of her other devices are kept beside her own. */
export type EventRow = Event & { profile: string; refused?: RefusalReason };
export type ProgressRow = LessonProgress & { profile: string; lesson: string };
/** The card at which she stopped. */
export type PositionRow = { profile: string; lesson: string; position: number };
export type BadgeRow = Badge & { profile: string };
export type CatalogRow = { key: 'current'; catalog: Catalog; keptAtMs: number };
export type LessonRow = { hash: string; slug: string; course: string; lesson: Lesson };
export type PracticeRow = { hash: string; lesson: string; course: string; practice: Practice };
export type Voices = { language: Language; clips: Record<string, Omit<Spoken, 'text'>> };
export type VoicesRow = Voices & { keptAtMs: number };
export type DownloadState = 'running' | 'paused' | 'full' | 'offline' | 'damaged' | 'done';
/** What she asked to keep. `running` in a row that nobody works on means that the app was killed: go on with it. */
export type DownloadRow = { course: string; language: Language; state: DownloadState; askedAtMs: number };
export type NoticeRow = { profile: string; id: string; notice: Notice };
/** On which days a card stood first. */
export type CardDaysRow = { profile: string; days: CardDays };
export type MetaRow = { key: string; value: unknown };
