import type { ActionFailure } from '@sveltejs/kit';
import { forgetRefused, refusedById, refusedOf, type Refused } from '$lib/server/interop/refused';
import { sendAgain as send } from '$lib/server/interop/send-again';
import { noteAct } from '$lib/server/repositories/audit';
import type { Staff } from '$lib/server/session';
import type { SeenRefused } from '../systems/seen';
import type { Words } from '../words';
import { problem, textOf, type FormProblem } from './form';
import { whyInWords } from './systems';

/** So many stand on the page, and are sent by one press. */
const SHOWN = 20;

/** What other systems would not take, the newest first. */
export async function seeRefused(words: Words): Promise<{ total: number; newest: SeenRefused[] }> {
	const { total, newest } = await refusedOf(null, SHOWN);
	return {
		total,
		newest: newest.map((one) => ({
			...{ id: one.id, target: one.target, atMs: one.atMs, why: one.why },
			what: whatIs(one, words)
		}))
	};
}

/** Sends one again, or all that stand on the page; ends where nobody can be asked. */
export async function sendRefusedAgain(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<{ done: 'sentAgain'; taken: number; left: number } | ActionFailure<FormProblem>> {
	const id = textOf(form, 'refused');
	const one = id === 'all' ? null : await refusedById(id);
	const all = id === 'all' ? (await refusedOf(null, SHOWN)).newest : one ? [one] : [];
	if (all.length === 0) return problem(words, 'refused_gone', 'refused', { status: 404 });
	let taken = 0;
	for (const refused of all) {
		const sent = await send(refused);
		if (sent.kind === 'stopped')
			return problem(words, 'target_silent', 'refused', { params: { why: whyInWords(sent.why, words) } });
		if (sent.kind === 'taken') taken++;
	}
	await noteAct(staff.id, 'refused.sent-again', id);
	return { done: 'sentAgain', taken, left: all.length - taken };
}

/** Gives one up. */
export async function dropRefused(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<{ done: 'dropped' } | ActionFailure<FormProblem>> {
	const refused = await refusedById(textOf(form, 'refused'));
	if (!refused) return problem(words, 'refused_gone', 'refused', { status: 404 });
	await forgetRefused(refused.id);
	await noteAct(staff.id, 'refused.dropped', refused.about);
	return { done: 'dropped' };
}

/** What a statement or a message is about, as far as it can be read: what happened, and to which thing. */
function whatIs({ body, about }: Refused, { language }: Words): string {
	const { verb, object, type } = (body ?? {}) as {
		verb?: { id?: string; display?: Record<string, string> };
		object?: { id?: string };
		type?: string;
	};
	if (type) return type;
	const said = verb?.display?.[language === 'en' ? 'en-US' : 'vi-VN'] ?? verb?.id;
	const thing = object?.id && URL.canParse(object.id) ? new URL(object.id) : undefined;
	return said ? `${said} · ${thing ? thing.pathname + thing.hash : about}` : about;
}
