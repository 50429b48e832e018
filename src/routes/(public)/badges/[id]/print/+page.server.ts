import { achievementOf } from '$lib/badges/achievement';
import { awardsOf } from '$lib/domain/badge';
import { lessonsOf } from '$lib/domain/lessons-of';
import { inLanguage } from '$lib/domain/language';
import { badgeOrigin } from '$lib/badges/server/issuer';
import { signedBadge } from '$lib/badges/server/signed-badge';
import { giveUp } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { factsOf, asCredential } from '$lib/badges/verify/shape';
import type { PageServerLoad } from './$types';

/** A certificate to print. Her name is not in what the server gives: it comes behind the # of her own link. */
export const load: PageServerLoad = async ({ params, getClientAddress }) => {
	if (await rateLimits.take(['badgeByAddress', addressKey(getClientAddress())])) giveUp('too_many_tries');
	const badge = await signedBadge(params.id);
	const credential = badge && asCredential(JSON.parse(badge.credential));
	if (!badge || !credential) giveUp('badge_unknown');
	const catalog = await currentCatalog();
	const award = awardsOf(catalog).find(({ slug }) => slug === badge.course);
	const titles = new Map(
		catalog.courses.flatMap(lessonsOf).map(({ slug, title }) => [slug, inLanguage(title, 'vi').text])
	);
	return {
		id: badge.id,
		origin: badgeOrigin(),
		jwt: badge.jwt,
		isRevoked: badge.revokedAtMs > 0,
		facts: factsOf(credential),
		titleEn: achievementOf(catalog, badge.course)?.nameEn ?? '',
		lessons: award?.lessons.map(({ slug }) => titles.get(slug) ?? slug) ?? []
	};
};
