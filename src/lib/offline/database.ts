import { Dexie, type Table } from 'dexie';
import type {
	AccountRow,
	BadgeRow,
	BookRow,
	CardDaysRow,
	CarriedRow,
	CatalogRow,
	DeviceKeyRow,
	DownloadRow,
	DraftRow,
	EventRow,
	GatheringRow,
	LessonRow,
	MetaRow,
	NoticeRow,
	OutboxRow,
	PositionRow,
	PracticeRow,
	Profile,
	ProgressRow,
	RosterRow,
	SeenShopRow,
	VoicesRow
} from './rows';

type Tables = {
	meta: Table<MetaRow, string>;
	profiles: Table<Profile, string>;
	events: Table<EventRow, [string, string]>;
	progress: Table<ProgressRow, [string, string]>;
	positions: Table<PositionRow, [string, string]>;
	badges: Table<BadgeRow, [string, string]>;
	catalog: Table<CatalogRow, string>;
	lessons: Table<LessonRow, string>;
	voices: Table<VoicesRow, string>;
	downloads: Table<DownloadRow, [string, string]>;
	practices: Table<PracticeRow, string>;
	notices: Table<NoticeRow, [string, string]>;
	cardDays: Table<CardDaysRow, string>;
	deviceKeys: Table<DeviceKeyRow, string>;
	carried: Table<CarriedRow, string>;
	outbox: Table<OutboxRow, [string, string]>;
	rosters: Table<RosterRow, [string, string]>;
	gatherings: Table<GatheringRow, string>;
	drafts: Table<DraftRow, [string, string]>;
	seenShops: Table<SeenShopRow, string>;
	book: Table<BookRow, [string, number]>;
	accounts: Table<AccountRow, string>;
};

/**
 * The phone's database; it opens at its first use. Import this file (30 kB) only from code that is itself
 * imported after the first sentence can be heard. Strict durability: a phone dies of an empty battery more
 * often than of anything else, and an answer is a few hundred bytes.
 */
export const db = new Dexie('ban-may', { chromeTransactionDurability: 'strict' }) as Dexie & Tables;

// A version that is out is never changed: add the next one below, with its upgrade.
db.version(1).stores({
	meta: 'key',
	profiles: 'id',
	// By profile first: one woman may be on a phone twice, and then both profiles know the same events.
	events: '[profile+id], [profile+device+seq], [profile+kind]',
	progress: '[profile+lesson]',
	positions: '[profile+lesson]',
	badges: '[profile+course]',
	catalog: 'key',
	lessons: 'hash, slug, course',
	voices: 'language',
	downloads: '[course+language]'
});
db.version(2).stores({
	practices: 'hash, lesson, course',
	notices: '[profile+id]',
	cardDays: 'profile'
});
db.version(3).stores({
	deviceKeys: 'device',
	carried: 'id, state',
	outbox: '[profile+sha256], [profile+owed]',
	drafts: '[profile+product]',
	seenShops: 'profile',
	accounts: 'profile',
	rosters: '[profile+id]',
	gatherings: 'id, profile',
	book: '[profile+n]'
});
