import { foldBook, type Book } from '../../domain/book/fold-book';
import { db } from '../database';
import type { BookRow } from '../rows';

/** Her book; the same transaction may go on writing in it. */
export async function loadBook(profile: string): Promise<Book> {
	return foldBook(await bookRows(profile));
}

export const bookRows = (profile: string): Promise<BookRow[]> => db.book.where({ profile }).toArray();

/** Her voice saying who bought; undefined where she has said nothing. */
export async function loadMark(profile: string, order: string): Promise<Blob | undefined> {
	return (await bookRows(profile)).find(({ id }) => id === order)?.mark;
}
