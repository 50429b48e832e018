import { Profile } from './profile.mjs';

/** @typedef {{ kind: 'answered', body: import('../../src/lib/domain/sync').SyncResponse & { learner?: { id: string } } } | { kind: 'offline' | 'not_joined' | 'revoked' | 'forked' | 'too_many' } | { kind: 'refused', code: string }} Answer */

/** As in src/lib/sync/post.ts. */
const PATIENCE_MS = 20_000;
/** @type {Record<string, 'not_joined' | 'revoked' | 'forked'>} */
const MEANINGS = { not_joined: 'not_joined', device_revoked: 'revoked', device_forked: 'forked' };

/** A phone with one browser: its cookies, and a profile for each woman who uses it. */
export class Phone {
	/** @type {Map<string, string>} */
	cookies = new Map();
	/** @type {Profile[]} */
	profiles;

	/**
	 * @param {import('./profile.mjs').Woman[]} women
	 * @param {import('./ledger.mjs').Ledger} ledger
	 * @param {import('../testing/house.mjs').House} house
	 */
	constructor(women, ledger, house) {
		this.ledger = ledger;
		this.house = house;
		this.profiles = women.map((woman) => new Profile(woman, ledger));
	}

	/** Another phone with everything that is on this one, as a copying app or a restored backup makes it. */
	copy() {
		const twin = new Phone([], this.ledger, this.house);
		twin.profiles = this.profiles.map((profile) => profile.copy());
		twin.cookies = new Map(this.cookies);
		return twin;
	}

	/**
	 * Posts JSON as src/lib/sync/post.ts does; what goes wrong comes back as a value.
	 * @param {string} path
	 * @param {unknown} body
	 * @param {number} [patienceMs]
	 * @returns {Promise<Answer>}
	 */
	async post(path, body, patienceMs = PATIENCE_MS) {
		const { origin } = this.house;
		const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
		try {
			const response = await fetch(origin + path, {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin, cookie },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(patienceMs)
			});
			const answer = await response.json();
			for (const line of response.headers.getSetCookie()) {
				const [name = '', value = ''] = line.replace(/;.*/, '').split('=');
				this.cookies.set(name, value);
			}
			return response.ok ? { kind: 'answered', body: answer } : this.#refusal(path, response.status, answer);
		} catch {
			return { kind: 'offline' };
		}
	}

	/**
	 * @param {string} path
	 * @param {number} status
	 * @param {{ code?: string }} answer
	 * @returns {Answer}
	 */
	#refusal(path, status, { code = '' }) {
		if (status === 429) return { kind: 'too_many' };
		if (status === 500) this.ledger.complaints.add(`${path} answered 500`);
		if (status >= 500) return { kind: 'offline' };
		const kind = MEANINGS[code];
		if (kind) return { kind };
		this.ledger.complaints.add(`${path} answered ${status} ${code}`);
		return { kind: 'refused', code };
	}
}
