import * as v from 'valibot';
import { cardPepper } from '../../pepper';
import { badgesAfter } from '../feed';
import { pseudonymOf } from '../pseudonym';
import { BadgesQuery, type ApiBadges } from './forms';

const USUAL_LIMIT = 100;

/** Null: the query is not of its form. The badge's address is not told: it is hers to show. */
export async function readBadges(
	url: URL,
	{ withNames }: { withNames: boolean }
): Promise<v.InferOutput<typeof ApiBadges> | null> {
	const query = v.safeParse(BadgesQuery, Object.fromEntries(url.searchParams));
	if (!query.success) return null;
	const { after = '0', limit = USUAL_LIMIT } = query.output;
	const pepper = cardPepper();
	const page = await badgesAfter(Number(after), limit);
	return {
		badges: page.rows.map(({ learner, name, course, groups, issuedAtMs }) => ({
			learner: pseudonymOf(learner, pepper),
			...(withNames ? { name } : {}),
			...{ course, groups },
			issuedAt: new Date(issuedAtMs).toISOString()
		})),
		next: page.more ? String(page.cursor) : null
	};
}
