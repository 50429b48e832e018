const DAY_MS = 86_400_000;

/** A question that she has answered wrongly and never rightly: since her first answer, and her last. */
export type StuckQuestion = {
	lesson: string;
	question: number;
	wrong: number;
	sinceMs: number;
	lastAtMs: number;
};
/** A trick that she fell for in her newest run of a lesson's practice. */
export type Fall = { lesson: string; trick: string; lastAtMs: number };
/** Clips of late that would not play on her phones; the lesson is the one that lacked most. */
export type MissingClips = { lesson: string; clips: number; sinceMs: number };

/** What the rules look at. Times are ms since 1970; null: never, or not known. */
export type WomanSeen = {
	cardIssuedAtMs: number | null;
	cardRevoked: boolean;
	/** Phones with access now, and those that were revoked. */
	phones: number;
	revokedPhones: number;
	/** When one of her phones last reported. */
	lastSeenAtMs: number | null;
	/** Room on her phones, the least of them. */
	freeBytes: number | null;
	/** Whether she has begun a lesson on whatever phone, or heard one in a group. */
	hasLearned: boolean;
	stuck: readonly StuckQuestion[];
	falls: readonly Fall[];
	missing: MissingClips | null;
	/** An assignment whose date is near and that she has not done; only where somebody has looked. */
	due?: DueSoon | null;
};
/** `title` in the language of who reads it. */
export type DueSoon = { slug: string; title: string; dueMs: number };

/** What helps. Each is a button or a link of the console; `call` is a step to her door or a call, and has none. */
export type ToDo = 'listen' | 'practise' | 'message' | 'call' | 'makeRoom' | 'download' | 'giveCard';

type Reasons = {
	stuck: StuckQuestion;
	fell: { lesson: string; trick: string };
	lost: object;
	quiet: { days: number };
	due: DueSoon;
	clips: { lesson: string; clips: number };
	full: { freeBytes: number };
	unjoined: { days: number };
};
export type NeedKind = keyof Reasons;
/** Why a woman needs somebody, since when, and what helps. */
export type Need = {
	[K in NeedKind]: Reasons[K] & { kind: K; sinceMs: number; toDo: readonly ToDo[] };
}[NeedKind];

/**
 * Who needs somebody: the only place where that stands. In the order of urgency; each with its threshold and what
 * helps, the first thing first.
 */
export const NEED_RULES = {
	/** Wrong so often, and never right (kolibri: four; ours asks again sooner). The server's index counts from three. */
	stuck: { afterWrong: 3, toDo: ['listen', 'message'] },
	fell: { toDo: ['practise', 'message'] },
	/** Every phone of hers was revoked: what she learns reaches nobody. */
	lost: { toDo: ['giveCard', 'call'] },
	/** Longer without a word may mean no signal, no phone, or no courage. */
	quiet: { afterDays: 14, toDo: ['call', 'message'] },
	/** From so many days before its date to as many days after. */
	due: { withinDays: 3, toDo: ['listen', 'message'] },
	/** Fewer may be one bad moment; it counts what happened in these days, for no phone says that it plays again. */
	clips: { from: 3, withinDays: 14, toDo: ['download', 'call'] },
	/** Below this a course no longer fits in, and Android begins to refuse. */
	full: { belowBytes: 50_000_000, toDo: ['makeRoom'] },
	/** Her card has lain in a drawer for so long. */
	unjoined: { afterDays: 7, toDo: ['giveCard', 'call'] }
} as const satisfies Record<NeedKind, { toDo: readonly ToDo[] } & Record<string, unknown>>;
export type NeedRules = {
	[K in NeedKind]: {
		[N in keyof (typeof NEED_RULES)[K]]: N extends 'toDo' ? readonly ToDo[] : number;
	};
};

/** What she needs, the most urgent first; nothing: []. */
export function needsOf(woman: WomanSeen, nowMs: number, rules: NeedRules = NEED_RULES): Need[] {
	const { stuck, fell, lost, quiet, due, clips, full, unjoined } = rules;
	const { lastSeenAtMs, cardIssuedAtMs, freeBytes, missing } = woman;
	const needs: Need[] = woman.stuck
		.filter(({ wrong }) => wrong >= stuck.afterWrong)
		.map((one) => ({ ...one, kind: 'stuck', toDo: stuck.toDo }));
	for (const { lesson, trick, lastAtMs } of woman.falls)
		needs.push({ kind: 'fell', lesson, trick, sinceMs: lastAtMs, toDo: fell.toDo });

	const isLost = woman.phones === 0 && woman.revokedPhones > 0;
	const daysSince = (atMs: number) => Math.floor((nowMs - atMs) / DAY_MS);
	if (isLost) needs.push({ kind: 'lost', sinceMs: lastSeenAtMs ?? cardIssuedAtMs ?? 0, toDo: lost.toDo });
	else if (lastSeenAtMs !== null && nowMs - lastSeenAtMs > quiet.afterDays * DAY_MS) {
		const days = daysSince(lastSeenAtMs);
		needs.push({ kind: 'quiet', days, sinceMs: lastSeenAtMs, toDo: quiet.toDo });
	}
	if (woman.due) needs.push({ ...woman.due, kind: 'due', sinceMs: woman.due.dueMs, toDo: due.toDo });
	if (missing && missing.clips >= clips.from && nowMs - missing.sinceMs <= clips.withinDays * DAY_MS)
		needs.push({ ...missing, kind: 'clips', toDo: clips.toDo });
	if (freeBytes !== null && freeBytes < full.belowBytes && woman.phones > 0)
		needs.push({ kind: 'full', freeBytes, sinceMs: lastSeenAtMs ?? 0, toDo: full.toDo });

	const hasNeverJoined = woman.phones + woman.revokedPhones === 0 && !woman.hasLearned;
	if (hasNeverJoined && !woman.cardRevoked && cardIssuedAtMs !== null) {
		const days = daysSince(cardIssuedAtMs);
		if (days >= unjoined.afterDays)
			needs.push({ kind: 'unjoined', days, sinceMs: cardIssuedAtMs, toDo: unjoined.toDo });
	}
	return needs;
}

/** The name of a need among a woman's: the same as long as it is the same trouble. */
export function needKey(need: Need): string {
	if (need.kind === 'stuck') return `stuck ${need.lesson} ${need.question}`;
	if (need.kind === 'fell') return `fell ${need.lesson} ${need.trick}`;
	if (need.kind === 'due') return `due ${need.slug} ${need.dueMs}`;
	return need.kind;
}

export type InNeed<W> = { woman: W; needs: [Need, ...Need[]] };

/** The women who need somebody, by the urgency of the first thing, then by who has waited longest. */
export function womenInNeed<W extends WomanSeen>(
	women: readonly W[],
	nowMs: number,
	rules: NeedRules = NEED_RULES
): InNeed<W>[] {
	const urgency = Object.keys(rules);
	const rank = ([first]: [Need, ...Need[]]) => urgency.indexOf(first.kind);
	return women
		.flatMap((woman) => {
			const [first, ...others] = needsOf(woman, nowMs, rules);
			return first ? [{ woman, needs: [first, ...others] as [Need, ...Need[]] }] : [];
		})
		.sort((a, b) => rank(a.needs) - rank(b.needs) || a.needs[0].sinceMs - b.needs[0].sinceMs);
}
