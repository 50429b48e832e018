import { db } from '../database';

/** Whether anything of hers is here that the server has, or is to have. */
export async function hasOutbox(profile: string): Promise<boolean> {
	return (await db.outbox.where({ profile }).count()) > 0;
}
