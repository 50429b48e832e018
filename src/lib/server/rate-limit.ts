import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

type Rule = { points: number; seconds: number };

/**
 * How often is too often. Tries that succeed are given back (`giveBack`), so that thirty women who join in one room,
 * from one address, do not lock each other out. Kept in memory: a restart forgives.
 */
export const rules = {
	/** A room where every woman mistypes once. */
	joinByAddress: { points: 30, seconds: 900 },
	/** All addresses together, codes only: with 300 cards a guess an hour in 3,000 hits. Cards' QR codes hold 128
	 * bits, cannot be guessed and go on working when this is used up. */
	joinByCode: { points: 100, seconds: 3600 },
	/** One card on thirty phones in an hour is no longer a shared phone. Its uses are never given back. */
	joinByCard: { points: 30, seconds: 3600 },
	signInByAddress: { points: 30, seconds: 900 },
	/** Ten passwords in a quarter of an hour, from wherever they come. */
	signInByAccount: { points: 10, seconds: 900 },
	/** Links hold 128 bits and cannot be guessed; who tries nevertheless is slowed down. */
	inviteByAddress: { points: 30, seconds: 900 },
	/** Besides the five tries of each code, which outlive a restart. */
	codeByAddress: { points: 20, seconds: 900 },
	codeByAccount: { points: 10, seconds: 3600 },
	/** A password is asked for before it is changed: an unlocked phone must not be a place to guess. */
	ownPassword: { points: 5, seconds: 900 },
	/** Failures that are written down, so that a guesser does not fill the log. */
	failuresNoted: { points: 200, seconds: 3600 },
	/** That an account was shut for a while is said once. */
	blockNoted: { points: 1, seconds: 900 },
	/** A year's backlog is 400 calls in a row; a loop gone wild is thousands a second. */
	syncByDevice: { points: 1000, seconds: 10 },
	/** Strangers' calls cost a look into the sessions each. */
	strangerByAddress: { points: 300, seconds: 60 },
	/** A shop assistant checks a village's badges in a row; a guesser needs 10^38 of these minutes. */
	badgeByAddress: { points: 300, seconds: 60 },
	/** The list of those taken back, which every check asks for beside the badge itself. */
	badgeListByAddress: { points: 300, seconds: 60 },
	/** A village's stalls looked at by many behind one address; who walks through names finds little in a minute. */
	stallByAddress: { points: 300, seconds: 60 },
	unknownStallByAddress: { points: 60, seconds: 600 },
	/** A buyer asks once or twice; a stall is not flooded, whoever asks. */
	askByAddress: { points: 6, seconds: 3600 },
	askByStall: { points: 40, seconds: 3600 },
	/** An organisation applies once, and again when it had forgotten something; managers read no hundred a day. */
	applyByAddress: { points: 5, seconds: 3600 },
	applyByContact: { points: 3, seconds: 86_400 },
	applyByAll: { points: 60, seconds: 3600 },
	/** A nightly job reads all badges of a province in a hundred calls. */
	apiByToken: { points: 300, seconds: 60 },
	/** 19 MB a minute in the phone's parts: more than any line she has. */
	blobsByDevice: { points: 300, seconds: 60 },
	/** A cloned phone renumbers once. */
	renumberByLearner: { points: 20, seconds: 3600 },
	/** A phone names its key once, and again each week. */
	keyByDevice: { points: 20, seconds: 3600 },
	/** A trainer comes home from ten villages with three hundred bundles; several trainers share an office's line. */
	carryByAddress: { points: 600, seconds: 60 }
} as const satisfies Record<string, Rule>;
export type RuleName = keyof typeof rules;
export type Use = readonly [rule: RuleName, key: string];

/** One counter a rule; `new RateLimits()` in a test starts from nothing. */
export class RateLimits {
	readonly #limiters = new Map(
		Object.entries(rules).map(([keyPrefix, { points, seconds }]) => [
			keyPrefix,
			new RateLimiterMemory({ keyPrefix, points, duration: seconds })
		])
	);

	/** Counts the uses before the work is done, so that a hundred at once cannot slip through.
	 * @returns null when all may go on, else how long to wait */
	async take(...uses: Use[]): Promise<{ retryAfterS: number } | null> {
		for (const [rule, key] of uses)
			try {
				await this.#limiter(rule).consume(key);
			} catch (refusal) {
				if (refusal instanceof Error) throw refusal;
				return { retryAfterS: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000) };
			}
		return null;
	}

	/** The try was a good one: it does not count. */
	async giveBack(...uses: Use[]): Promise<void> {
		for (const [rule, key] of uses) await this.#limiter(rule).reward(key);
	}

	#limiter(rule: RuleName): RateLimiterMemory {
		return this.#limiters.get(rule) as RateLimiterMemory;
	}
}

/** The server's one set of counters. */
export const rateLimits = new RateLimits();

/** Who knocks. A home or a phone with IPv6 has 2^64 addresses: they count as one. */
export function addressKey(address: string): string {
	if (!address.includes(':') || address.startsWith('::ffff:')) return address;
	const [head = '', tail] = address.split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
	const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
	return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
