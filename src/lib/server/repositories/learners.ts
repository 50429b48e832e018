import { ClientResponseError } from 'pocketbase';
import { NO_FACTS, type Facts } from '$lib/domain/facts';
import type { LearnerOnPhone } from '$lib/domain/sync';
import { cardPepper } from '../pepper';
import { pbCall, pocketbase } from '../pocketbase';
import { hashOfCard, newCode, newSecret } from '../secrets';

/** A woman as her trainer knows her: by a picture ("sunflower") and a name. */
export type Learner = {
	id: string;
	name: string;
	picture: string;
	/** When her card was last printed; null: never. */
	cardIssuedAtMs: number | null;
	cardRevoked: boolean;
	/** A picture code set before this no longer guards her profile; null: never reset. */
	codeResetAtMs: number | null;
	facts: Facts;
	/** Goes up with each change of name, picture or facts: who changes an older one is told. */
	version: number;
	changedBy: string;
};

/** What is printed on a card. It exists in plain text only in the moment in which it is printed. */
export type Card = { secret: string; code: string };

type Row = {
	id: string;
	name: string;
	picture: string;
	cardIssuedAt: number;
	cardRevoked: boolean;
	codeResetAtMs: number;
	version?: number;
	changedBy?: string;
} & FactsRow;

/** Facts as they are stored: 0 and "" are "not said". */
type FactsRow = { [Name in keyof Facts]?: Facts[Name] | '' };

const factsFrom = ({ birthYear, ethnicity, household, disability }: FactsRow): Facts => ({
	birthYear: birthYear || null,
	ethnicity: ethnicity || null,
	household: household || null,
	disability: disability || null
});

const storedFacts = ({ birthYear, ethnicity, household, disability }: Facts) => ({
	birthYear: birthYear ?? 0,
	ethnicity: ethnicity ?? '',
	household: household ?? '',
	disability: disability ?? ''
});

const learnerFrom = (row: Row): Learner => ({
	id: row.id,
	name: row.name,
	picture: row.picture,
	cardIssuedAtMs: row.cardIssuedAt || null,
	cardRevoked: row.cardRevoked,
	codeResetAtMs: row.codeResetAtMs || null,
	facts: factsFrom(row),
	version: row.version ?? 0,
	changedBy: row.changedBy ?? ''
});

export type NewLearner = { name: string; picture: string; facts?: Facts };

/** Adds women to a group, all or none, in the given order, as members since `fromMs`. They have no card yet:
 * `issueCard`. */
export async function addLearners(
	group: string,
	women: NewLearner[],
	by: string,
	fromMs = Date.now()
): Promise<Learner[]> {
	const rows = women.map(({ name, picture, facts }) => ({
		...{ name, picture },
		...storedFacts(facts ?? NO_FACTS)
	}));
	const { learners } = await pbCall<{ learners: Row[] }>('POST', `/api/banmay/groups/${group}/learners`, {
		...{ women: rows, by, fromMs }
	});
	return learners.map(learnerFrom);
}

export async function learnerById(id: string): Promise<Learner | null> {
	return findOne('id = {:id}', { id });
}

/** The women who are in a group, by name. */
export async function learnersOfGroup(group: string): Promise<Learner[]> {
	const pb = await pocketbase();
	const filter = pb.filter('group = {:group} && untilMs = 0', { group });
	const rows = await pb
		.collection('memberships')
		.getFullList<{ expand: { learner: Row } }>({ filter, expand: 'learner' });
	return rows
		.map((row) => learnerFrom(row.expand.learner))
		.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Makes a new card; the one before it stops working in the same write. Fails only if the learner is gone. */
export async function issueCard(learner: string, now = Date.now()): Promise<Card> {
	const pepper = cardPepper();
	for (let tries = 1; ; tries++) {
		const card = { secret: newSecret(), code: newCode() };
		try {
			await update(learner, {
				secretHash: hashOfCard(card.secret, pepper),
				codeHash: hashOfCard(card.code, pepper),
				cardIssuedAt: now,
				cardRevoked: false
			});
			return card;
		} catch (cause) {
			// Two cards with one code meet once in a while; the unique index keeps them apart.
			if (!isNotUnique(cause) || tries === MAX_TRIES) throw cause;
		}
	}
}
/** With a million cards one new code in a hundred is taken already; five in a row never are. */
const MAX_TRIES = 5;

/** The card opens nothing any more. Phones that joined with it stay joined: `revokeDevices`. */
export const revokeCard = (learner: string): Promise<void> => update(learner, { cardRevoked: true });

/** Opens her profile to whoever holds the phone, until she sets a new picture code; it arrives with the next sync. */
export const resetPictureCode = (learner: string, now = Date.now()): Promise<void> =>
	update(learner, { codeResetAtMs: now });

export type LearnerChange = Partial<Pick<Learner, 'name' | 'picture' | 'facts'>>;

/** Changes what stands about her as it was at version `expected`; nothing when somebody has changed it since. */
export async function changeLearner(
	learner: string,
	{ facts, ...rest }: LearnerChange,
	{ expected, by }: { expected: number; by: string }
): Promise<'kept' | 'stale' | 'gone'> {
	const values = { ...rest, ...(facts && storedFacts(facts)) };
	const path = `/api/banmay/learners/${learner}/change`;
	return (await pbCall<{ outcome: 'kept' | 'stale' | 'gone' }>('POST', path, { expected, values, by }))
		.outcome;
}

/** Whose card this is, also when it was revoked; null: nobody's. */
export async function learnerByCard(card: { secret: string } | { code: string }): Promise<Learner | null> {
	const pepper = cardPepper();
	return 'secret' in card
		? findOne('secretHash = {:hash}', { hash: hashOfCard(card.secret, pepper) })
		: findOne('codeHash = {:hash}', { hash: hashOfCard(card.code, pepper) });
}

/** What her phone keeps about her. `group` is the group's name ("" when she is in none). */
export async function learnerOnPhone(learner: string): Promise<LearnerOnPhone | null> {
	const { learner: found } = await pbCall<{ learner: LearnerOnPhone | null }>(
		'GET',
		`/api/banmay/learners/${learner}`
	);
	return found;
}

/** The groups that a learner is in. */
export async function groupIdsOf(learner: string): Promise<string[]> {
	const pb = await pocketbase();
	const filter = pb.filter('learner = {:learner} && untilMs = 0', { learner });
	const rows = await pb.collection('memberships').getFullList<{ group: string }>({ filter });
	return rows.map((row) => row.group);
}

async function findOne(filter: string, values: Record<string, string>): Promise<Learner | null> {
	const pb = await pocketbase();
	try {
		return learnerFrom(await pb.collection('learners').getFirstListItem<Row>(pb.filter(filter, values)));
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

async function update(learner: string, values: Record<string, unknown>): Promise<void> {
	await (await pocketbase()).collection('learners').update(learner, values);
}

function isNotUnique(cause: unknown): boolean {
	return (
		cause instanceof ClientResponseError && JSON.stringify(cause.response).includes('validation_not_unique')
	);
}
