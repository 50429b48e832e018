import type { Learner } from './session';

/** Renewing a cookie may wait this long; what revoking does may not, so it does not rest on this. */
const KEEP_MS = 600_000;
/** Phones of many groups in the same ten minutes; each takes about 300 bytes. */
const MAX_PHONES = 5000;

/**
 * Phones whose session was found good a little while ago, by their cookie's hash. It opens nothing: it only says that
 * asking for the session once more can be left to the transaction that stores the events, which looks for itself
 * (pb_hooks/lib/sync.js). So a stranger's call still ends at the look into the sessions.
 */
export class RecentPhones {
	readonly #phones = new Map<string, Learner & { untilMs: number }>();

	note(phone: Learner, now = Date.now()): void {
		this.#phones.delete(phone.session);
		this.#phones.set(phone.session, { ...phone, untilMs: now + KEEP_MS });
		if (this.#phones.size <= MAX_PHONES) return;
		const [oldest] = this.#phones.keys();
		if (oldest) this.forget(oldest);
	}

	find(session: string, device: string, now = Date.now()): Learner | undefined {
		const phone = this.#phones.get(session);
		return phone && phone.device === device && phone.untilMs > now ? phone : undefined;
	}

	forget(session: string): void {
		this.#phones.delete(session);
	}
}
