import { bakePng, bakeSvg } from '$lib/badges/bake';
import { badgePicture } from '$lib/badges/server/badge-picture';
import { answerPublic } from '$lib/badges/server/public-answer';
import { signedBadge, signedByKey } from '$lib/badges/server/signed-badge';
import { askedTooOften } from '$lib/badges/server/too-often';
import { patternOf } from '$lib/domain/pattern';
import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import type { RequestHandler } from './$types';

/** A badge by its id, which nobody can guess, as whoever knows it wants it: `.json`, `.jwt`, `.png`, `.svg`; `.svg?plain`
 * is the picture alone, and `?issuer=key` the form that outlives the domain. */
export const GET: RequestHandler = async (event) => {
	const tooOften = await askedTooOften(event);
	if (tooOften) return tooOften;
	const {
		params: { file },
		url
	} = event;
	const [, id = '', form] = /^(.*)\.(json|jwt|png|svg)$/.exec(file) ?? [];
	const badge = form ? await signedBadge(id) : undefined;
	if (!badge) return refuse('badge_unknown');
	if (form === 'json' || form === 'jwt') {
		const byKey = url.searchParams.get('issuer') === 'key' ? await signedByKey(badge) : undefined;
		if (form === 'json') return answerPublic(byKey?.json ?? badge.credential, 'application/vc+ld+json');
		return answerPublic(byKey?.jwt ?? badge.jwt, 'application/vc+jwt');
	}
	const picture = await badgePicture(badge.course, patternOf(badge.pattern), readBlob);
	if (!picture) return refuse('badge_unknown');
	if (url.searchParams.has('plain')) return answerPublic(picture.svg, 'image/svg+xml');
	if (form === 'svg') return answerPublic(bakeSvg(picture.svg, badge.credential), 'image/svg+xml');
	return answerPublic(bakePng(picture.png, badge.credential), 'image/png');
};
