import { writtenAtMs } from '../../domain/book/month';
import type { BookFact } from '../../domain/book/entry';
import type { Book } from '../../domain/book/fold-book';
import { likelyMs } from '../../domain/notice-rules';
import { clockOf } from '../clock-of';
import { db } from '../database';
import { newId } from '../new-id';
import { makeRoom } from '../outbox/make-room';
import { ProfileGone, orTrouble, type Trouble } from '../trouble';
import { loadBook } from './load-book';

/** A pen in her book, for as long as one transaction lasts. */
export type Pen = {
	profile: string;
	/** As it was when the transaction began: what another tab has written is in it. */
	book: Book;
	/** The time as well as the phone can know it. */
	nowMs: number;
	/** @returns the id of what was written */
	write(fact: BookFact, mark?: Blob): Promise<string>;
};

/**
 * Does something in her book, and what follows from it in her stall and for her badges, in one transaction: all of it or
 * nothing, and two tabs one after the other. On a full phone it first gives back the room of what the server has already,
 * and tries once more.
 */
export async function inBook<T>(
	profile: string,
	work: (pen: Pen) => Promise<T>,
	now: () => number = Date.now
): Promise<T | Trouble> {
	const { profiles, events, progress, badges, catalog, book } = db;
	const once = () =>
		orTrouble(() =>
			db.transaction('rw', [profiles, events, progress, badges, catalog, book], async () =>
				work(await takePen(profile, now()))
			)
		);
	const done = await once();
	return isFull(done) && (await makeRoom()) > 0 ? once() : done;
}

const isFull = (done: unknown): boolean =>
	typeof done === 'object' && done !== null && 'code' in done && done.code === 'full';

async function takePen(profile: string, phoneMs: number): Promise<Pen> {
	if (!(await db.profiles.get(profile))) throw new ProfileGone();
	const book = await loadBook(profile);
	const nowMs = writtenAtMs(likelyMs(await clockOf(profile, phoneMs)), book);
	let n = book.lastN;
	return {
		profile,
		book,
		nowMs,
		async write(fact, mark) {
			const id = newId();
			n += 1;
			await db.book.add({ ...fact, id, n, atMs: nowMs, profile, ...(mark ? { mark } : {}) });
			return id;
		}
	};
}
