import {
	handle,
	report,
	setState,
	verify,
	type PartnerActor
} from '$lib/console/server/partners/check-partner';
import { introduceTo, whomToIntroduce } from '$lib/console/server/partners/introduce';
import { openPartner } from '$lib/console/server/partners/open-partner';
import { seeMatches } from '$lib/console/server/partners/see-matches';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { MENTOR_KINDS } from '$lib/domain/partner-kinds';
import { mayChange, mayLookAfter } from '$lib/server/partners/may-see';
import { nameOfCode } from '$lib/server/places/code';
import { reachOf } from '$lib/server/reach';
import { introductionsFor } from '$lib/server/repositories/introductions';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const MATCHES_SHOWN = 6;
const MOST_INTRODUCTIONS = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const staff = staffOf(locals);
	const { partner, alike, reports } = await openPartner(staff, params.id);
	const isMine = mayLookAfter(staff, partner);
	const isVerified = partner.state === 'verified';
	const reach = reachOf(staff);
	const page = { most: MOST_INTRODUCTIONS, skip: 0 };
	const [matches, whom, introductions, placeName] = await Promise.all([
		isVerified ? seeMatches(staff, { partner, most: MATCHES_SHOWN }) : [],
		whomToIntroduce(staff, url.searchParams.get('group') ?? ''),
		reach ? introductionsFor(reach, { partner: partner.id }, page) : { introductions: [], total: 0 },
		partner.commune || partner.province ? nameOfCode(partner.commune || partner.province) : ''
	]);
	return {
		partner,
		placeName,
		alike: isMine ? alike : [],
		reports: isMine ? reports : [],
		isMine,
		mayChange: mayChange(staff, partner),
		isMentor: MENTOR_KINDS.includes(partner.kind),
		matches,
		...whom,
		...introductions,
		chosen: Object.fromEntries(
			['woman', 'about', 'sort'].map((name) => [name, url.searchParams.get(name) ?? ''])
		) as Record<string, string>,
		done: url.searchParams.get('done') ?? '',
		introduceKey: newPublicId(15),
		reportKey: newPublicId(15),
		nowMs: Date.now()
	};
};

async function actorOf({ locals, params, request, cookies }: RequestEvent): Promise<PartnerActor> {
	const staff = staffOf(locals);
	const { partner, reports } = await openPartner(staff, params.id);
	return { staff, partner, reports, form: await request.formData(), words: wordsOf(cookies) };
}

export const actions: Actions = {
	verify: async (event) => verify(await actorOf(event)),
	refuse: async (event) => setState(await actorOf(event), 'refused'),
	suspend: async (event) => setState(await actorOf(event), 'suspended'),
	reopen: async (event) => setState(await actorOf(event), 'unverified'),
	report: async (event) => report(await actorOf(event)),
	handle: async (event) => handle(await actorOf(event)),
	introduce: async (event) => {
		const { staff, partner, form, words } = await actorOf(event);
		return introduceTo(staff, partner, form, words);
	}
};
