import { dropRefused, seeRefused, sendRefusedAgain } from '$lib/console/server/refused';
import { staffOf } from '$lib/console/server/staff-of';
import {
	addToken,
	dropToken,
	saveLrs,
	saveWebhook,
	seeTarget,
	seeTokens,
	switchTarget,
	testLrs,
	whyInWords
} from '$lib/console/server/systems';
import { wordsOf } from '$lib/console/server/words-of';
import { dateInVietnam } from '$lib/server/interop/month';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies }) => {
	const words = wordsOf(cookies);
	const nowMs = Date.now();
	const [lrs, webhook, tokens, refused] = await Promise.all([
		seeTarget('lrs'),
		seeTarget('webhook'),
		seeTokens(),
		seeRefused(words)
	]);
	const inWords = (target: typeof lrs) =>
		target && { ...target, problem: target.problem && whyInWords(target.problem, words) };
	return {
		nowMs,
		today: dateInVietnam(nowMs),
		lrs: inWords(lrs),
		webhook: inWords(webhook),
		tokens,
		refused
	};
};

type Event = Parameters<Actions[string]>[0];
const asked = async ({ locals, request, cookies }: Event) =>
	[staffOf(locals), await request.formData(), wordsOf(cookies)] as const;

export const actions: Actions = {
	saveLrs: async (event) => saveLrs(...(await asked(event))),
	testLrs: ({ cookies }) => testLrs(wordsOf(cookies)),
	saveWebhook: async (event) => saveWebhook(...(await asked(event))),
	switchTarget: async (event) => switchTarget(...(await asked(event))),
	addToken: async (event) => addToken(...(await asked(event))),
	dropToken: async (event) => dropToken(...(await asked(event))),
	sendAgain: async (event) => sendRefusedAgain(...(await asked(event))),
	dropRefused: async (event) => dropRefused(...(await asked(event)))
};
