import type { ActionFailure } from '@sveltejs/kit';
import { makeToken, revokeToken, SCOPES, validTokens } from '$lib/server/interop/api/tokens';
import { faultOfUrl } from '$lib/server/interop/call-out';
import { countWaiting } from '$lib/server/interop/feed';
import { tryLrs } from '$lib/server/interop/lrs/test-lrs';
import { refusedOf } from '$lib/server/interop/refused';
import {
	noteTarget,
	secretOf,
	setTarget,
	targetNamed,
	type Target,
	type TargetName
} from '$lib/server/interop/targets';
import { newWebhookSecret } from '$lib/server/interop/webhook/sign';
import { WEBHOOK_KINDS } from '$lib/server/interop/webhook/tell';
import { TOLD_KINDS } from '$lib/server/interop/xapi/verbs';
import { noteAct } from '$lib/server/repositories/audit';
import type { Staff } from '$lib/server/session';
import { lengthOf } from '../roster';
import type { SeenTarget } from '../systems/seen';
import type { Words } from '../words';
import { nameOf, problem, textOf, type FormProblem } from './form';

const MAX_URL_LENGTH = 500;
const MAX_NAME_LENGTH = 80;
const MAX_SECRET_LENGTH = 400;

/** How a target stands, for the page: never its secret. Null: none was named yet. */
export async function seeTarget(name: TargetName): Promise<SeenTarget | null> {
	const target = await targetNamed(name);
	if (!target?.url) return null;
	const kinds = name === 'lrs' ? TOLD_KINDS : WEBHOOK_KINDS;
	const [waiting, refused] = await Promise.all([countWaiting(target, kinds), refusedOf(name)]);
	const { url, user, state, problem, nextAtMs, lastOkAtMs, delivered } = target;
	return {
		...{ url, user, state, problem, nextAtMs, lastOkAtMs, delivered },
		refused: refused.total,
		waiting: waiting.events + waiting.badges + (name === 'lrs' ? waiting.joined : 0)
	};
}

export const seeTokens = validTokens;

export async function saveLrs(staff: Staff, form: FormData, words: Words) {
	const values = { lrsUrl: textOf(form, 'lrsUrl').trim(), lrsUser: textOf(form, 'lrsUser').trim() };
	const secret = textOf(form, 'lrsSecret');
	const fault = urlProblem(values.lrsUrl, 'lrsUrl', values, words);
	if (fault) return fault;
	const known = await targetNamed('lrs');
	if (lengthOf(values.lrsUser) > 200 || lengthOf(secret) > MAX_SECRET_LENGTH)
		return problem(words, 'text_too_long', 'lrsUser', { values, params: { n: 200 } });
	// A password must not travel to another address than the one it was given for.
	if (!secret && (known?.url !== values.lrsUrl || !known.secret))
		return problem(words, 'secret_missing', 'lrsSecret', { values });
	await setTarget('lrs', { url: values.lrsUrl, user: values.lrsUser, secret, state: 'on' });
	await noteAct(staff.id, 'target.changed', 'lrs');
	return { done: 'saved' as const, of: 'lrs' as const };
}

/** Asks the saved LRS whether it is there and knows us. */
export async function testLrs(words: Words) {
	const target = await targetNamed('lrs');
	if (!target?.url) return problem(words, 'address_missing', 'lrsUrl');
	const { isGood, why } = await tryLrs({ url: target.url, user: target.user, secret: secretOf(target) });
	return isGood
		? { done: 'answers' as const, of: 'lrs' as const }
		: problem(words, 'target_silent', 'lrsTest', { params: { why: whyInWords(why, words) } });
}

/** Makes the webhook, with a secret that is shown once. */
export async function saveWebhook(staff: Staff, form: FormData, words: Words) {
	const values = { hookUrl: textOf(form, 'hookUrl').trim() };
	const fault = urlProblem(values.hookUrl, 'hookUrl', values, words);
	if (fault) return fault;
	const secret = newWebhookSecret();
	await setTarget('webhook', { url: values.hookUrl, user: '', secret, state: 'on' });
	await noteAct(staff.id, 'target.changed', 'webhook');
	return { done: 'saved' as const, of: 'webhook' as const, secret };
}

/** Stops, or goes on at once, also after it was paused by itself. */
export async function switchTarget(staff: Staff, form: FormData, words: Words) {
	const name = textOf(form, 'target');
	const target = name === 'lrs' || name === 'webhook' ? await targetNamed(name) : null;
	if (!target) return problem(words, 'address_missing', 'lrsUrl');
	const state: Target['state'] = textOf(form, 'to') === 'off' ? 'off' : 'on';
	await noteTarget(target, { state, tries: 0, nextAtMs: 0, problem: '' });
	await noteAct(staff.id, 'target.changed', target.name);
	return { done: 'saved' as const, of: target.name };
}

/** Makes a token, which is shown once. */
export async function addToken(staff: Staff, form: FormData, words: Words) {
	const { name, tooLong } = nameOf(form, 'tokenName', MAX_NAME_LENGTH);
	const scopes = SCOPES.filter((scope) => form.getAll('scope').includes(scope));
	const values = { tokenName: textOf(form, 'tokenName'), scopes: scopes.join(' ') };
	if (!name) return problem(words, 'token_name_missing', 'tokenName', { values });
	if (tooLong)
		return problem(words, 'name_too_long', 'tokenName', { values, params: { n: MAX_NAME_LENGTH } });
	if (scopes.length === 0) return problem(words, 'scopes_missing', 'scope', { values });
	const token = await makeToken(name, scopes, staff.id);
	await noteAct(staff.id, 'token.made', name);
	return { done: 'token' as const, token };
}

export async function dropToken(staff: Staff, form: FormData, words: Words) {
	const id = textOf(form, 'token');
	if (!/^[a-z0-9]{15}$/.test(id) || !(await revokeToken(id)))
		return problem(words, 'token_unknown', 'token', { status: 404 });
	await noteAct(staff.id, 'token.revoked', id);
	return { done: 'tokenRevoked' as const };
}

function urlProblem(
	url: string,
	field: string,
	values: Record<string, string>,
	words: Words
): ActionFailure<FormProblem> | null {
	if (!url) return problem(words, 'address_missing', field, { values });
	if (url.length > MAX_URL_LENGTH)
		return problem(words, 'text_too_long', field, { values, params: { n: MAX_URL_LENGTH } });
	const fault = faultOfUrl(url);
	if (!fault) return null;
	return problem(words, fault === 'private' ? 'address_private' : 'address_faulty', field, { values });
}

/** What went wrong with another system, for a person. */
export function whyInWords(why: string, words: Words): string {
	const status = /^\d{3}/.exec(why)?.[0];
	if (status === '401' || status === '403') return words.t('systems.why.refused', { status });
	if (status) return words.t('systems.why.status', { status });
	if (why === 'private') return words.t('systems.why.private');
	return words.t('systems.why.unreachable', { why });
}
