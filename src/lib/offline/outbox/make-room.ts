import { db } from '../database';

/** Gives back the room of everything that the server has, whoever's on this phone it is. @returns the bytes freed */
export async function makeRoom(): Promise<number> {
	return db.transaction('rw', db.outbox, async () => {
		let bytes = 0;
		const sent = db.outbox.filter(({ sentAtMs, owed }) => sentAtMs !== null && owed === 0);
		await sent.each((row) => void (bytes += row.bytes));
		await sent.delete();
		return bytes;
	});
}
