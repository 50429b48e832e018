import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { pbCall, pocketbase } from './pocketbase';
import { hashOfCookie } from './secrets';

type Row = {
	user: string;
	device: string;
	browser: string;
	expiresAt: number;
	name: string;
	role: string;
	/** JSON; a member of staff to whom none were given may have `null`. */
	places: string;
};

/** "Last seen ten minutes ago" is near enough, and a write costs more than a look. */
const SEEN_EVERY_MS = 10 * 60_000;
const MAX_SEEN = 5000;

/** Keeps one kind of Lucia's sessions in PocketBase. Lucia's ids are the cookies' values; only their SHA-256 is
 * stored, so that a stolen database opens no session. */
export class SessionStore implements Adapter {
	readonly #seen = new Map<string, number>();

	constructor(private readonly kind: 'staff' | 'learner') {}

	/** One round trip for the session and its user: it stands in the way of every request. */
	async getSessionAndUser(value: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const id = hashOfCookie(value);
		const { session } = await pbCall<{ session: Row | null }>(
			'GET',
			`/api/banmay/sessions/${this.kind}/${id}`
		);
		if (!session) return [null, null];
		const { user, device, expiresAt, name, role } = session;
		if (this.kind === 'staff') this.#see(id);
		const places = (JSON.parse(session.places) as string[] | null) ?? [];
		return [
			{ id: value, userId: user, expiresAt: new Date(expiresAt), attributes: { device, browser: '' } },
			{ id: user, attributes: { name, role, places } }
		];
	}

	/** The ids of these are the stored hashes: good for counting, not for opening. */
	async getUserSessions(user: string): Promise<DatabaseSession[]> {
		const rows = await (await this.rows()).getFullList<Row & { id: string }>({ filter: await this.of(user) });
		return rows.map((row) => ({
			id: row.id,
			userId: user,
			expiresAt: new Date(row.expiresAt),
			attributes: { device: row.device, browser: row.browser }
		}));
	}

	async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		const row = { id: hashOfCookie(id), kind: this.kind, user: userId, ...attributes };
		const now = Date.now();
		await (await this.rows()).create({ ...row, expiresAt: expiresAt.getTime(), createdAt: now, seenAt: now });
	}

	async updateSessionExpiration(value: string, expiresAt: Date): Promise<void> {
		await (await this.rows()).update(hashOfCookie(value), { expiresAt: expiresAt.getTime() });
	}

	async deleteSession(value: string): Promise<void> {
		await deleteSessions('id = {:id}', { id: hashOfCookie(value) });
	}

	async deleteUserSessions(user: string): Promise<void> {
		await deleteSessions('kind = {:kind} && user = {:user}', { kind: this.kind, user });
	}

	async deleteExpiredSessions(): Promise<void> {
		await deleteSessions('kind = {:kind} && expiresAt < {:now}', { kind: this.kind, now: Date.now() });
	}

	/** Notes now and then that she was here: beside the request, and it may fail. */
	#see(id: string, now = Date.now()): void {
		if (now - (this.#seen.get(id) ?? 0) < SEEN_EVERY_MS) return;
		if (this.#seen.size >= MAX_SEEN) this.#seen.clear();
		this.#seen.set(id, now);
		void this.rows()
			.then((rows) => rows.update(id, { seenAt: now }))
			.catch(() => undefined);
	}

	private async rows() {
		return (await pocketbase()).collection('sessions');
	}

	private async of(user: string): Promise<string> {
		return (await pocketbase()).filter('kind = {:kind} && user = {:user}', { kind: this.kind, user });
	}
}

/** Deletes what the filter finds; that there is nothing is no trouble (two requests may end one session). */
async function deleteSessions(filter: string, values: Record<string, unknown>): Promise<void> {
	const pb = await pocketbase();
	const rows = await pb
		.collection('sessions')
		.getFullList({ filter: pb.filter(filter, values), fields: 'id' });
	await Promise.allSettled(rows.map((row) => pb.collection('sessions').delete(row.id)));
}
