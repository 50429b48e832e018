import type { Badge } from '../domain/badge';
import type { BookEntry } from '../domain/book/entry';
import type { PublicKey } from '../domain/carry/keys';
import type { BlobType } from '../domain/blob';
import type { Catalog } from '../domain/course';
import type { Event } from '../domain/event';
import type { Language } from '../domain/language';
import type { Lesson } from '../domain/lesson';
import type { Spoken } from '../domain/media';
import type { Practice } from '../domain/practice';
import type { Notice } from '../domain/notice';
import type { CardDays } from '../domain/notice-rules';
import type { LessonProgress } from '../domain/progress';
import type { Offer } from '../domain/product';
import type { ShopSeen } from '../domain/shop-seen';
import type { LearnerOnPhone, RefusalReason } from '../domain/sync';
import type { Account } from '../domain/vietqr/account';
import type { Hands, Newcomer, Roster } from '../domain/together';

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
	/** The same for her groups' women and for what she heard in a group. */
	together?: string;
	/** Lessons that she heard in a group. */
	heardTogether?: string[];
	createdAtMs: number;
	/** She has seen another phone take her events up to this number; whether they arrived, only the server says. */
	handedOver?: { device: string; upTo: number; atMs: number };
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
/** A recording or picture that an event names by its hash. `owed`: 1 until the server has it or will never take it. */
export type OutboxRow = {
	profile: string;
	sha256: string;
	mime: BlobType;
	bytes: number;
	blob: Blob;
	madeAtMs: number;
	/** Null until the server has said that it is there. */
	sentAtMs: number | null;
	owed: 0 | 1;
	/** Why the server will not take it. */
	refused?: string;
};
/** A product that she has begun to offer or to change; gone once it is offered. Its pictures and words are in it. */
export type DraftRow = {
	profile: string;
	product: string;
	/** Where she is in it. */
	step: string;
	offer: Partial<Offer>;
	blobs: { sha256: string; mime: BlobType; bytes: number; blob: Blob }[];
	changedAtMs: number;
};
/** What the server last said about her stall. */
export type SeenShopRow = { profile: string; seen: ShopSeen; atMs: number };
/**
 * Her own account, for the code by which she is paid. Kept here alone: in no event, in no request, gone with her profile
 * (docs/decisions/0035). Nothing in src/lib/sync may read this table.
 */
export type AccountRow = Account & { profile: string; keptAtMs: number };
/** What a device signs with. The private half cannot be read out, not even by us. */
export type DeviceKeyRow = PublicKey & {
	device: string;
	privateKey: CryptoKey;
	/** When the server was last told of the public half; null: never. */
	namedAtMs: number | null;
};
/** `refused`: the server will never take it; its own phone still has everything. */
export type CarriedState = 'waiting' | 'delivered' | 'refused';
/** Somebody else's bundle on this phone, by the hash of its bytes. Once it is settled the bytes go and the line stays. */
export type CarriedRow = {
	id: string;
	bytes: Uint8Array<ArrayBuffer> | null;
	name: string;
	picture: string;
	/** How many events it holds. */
	events: number;
	state: CarriedState;
	/** Why it was refused. */
	code?: string;
	takenAtMs: number;
	settledAtMs: number | null;
};
/** The women of a group, for who may gather it around this phone: a profile here, or "staff:" and a trainer's id. */
export type RosterRow = Roster & { profile: string };
/** A group around this phone: as far as it is, and, of a trainer, what waits to be told. */
export type GatheringRow = {
	/** The id that its event has. */
	id: string;
	profile: string;
	group: string | null;
	lesson: string | null;
	present: string[];
	newcomers: Newcomer[];
	/** Those who are there and are not known: counted. */
	more: number;
	/** The step of the lesson. */
	at: number;
	hands: Hands[];
	note: string;
	startedAtMs: number;
	endedAtMs: number | null;
	/** When the server said that it has it; it may forget (a restored backup), and then says so. */
	toldAtMs: number | null;
	/** Why the server will not take it. */
	refused?: string;
};
/** A line of her book: on this phone alone, and gone with her. `mark`: her voice saying who bought. */
export type BookRow = BookEntry & { profile: string; mark?: Blob };
export type MetaRow = { key: string; value: unknown };
