import { fail, redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/console/server/entry/home-of';
import { noteFailure } from '$lib/console/server/entry/note-failure';
import { signInAs } from '$lib/console/server/entry/sign-in-as';
import { keepLanguage, wordsOf } from '$lib/console/server/words-of';
import { addressKey, rateLimits, type Use } from '$lib/server/rate-limit';
import { noteAct } from '$lib/server/repositories/audit';
import { staffIdOf } from '$lib/server/repositories/change-staff';
import { checkTypedPassword } from '$lib/server/check-typed-password';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, cookies }) => {
	if (locals.principal.kind === 'staff') redirect(303, homeOf(locals.principal.role, to(url)));
	const { language, t } = wordsOf(cookies);
	return {
		language,
		words: {
			title: t('signIn.title'),
			who: t('signIn.who'),
			email: t('signIn.email'),
			password: t('signIn.password'),
			go: t('signIn.go'),
			forgot: t('signIn.forgot'),
			haveCode: t('code.have'),
			learner: t('signIn.learner'),
			otherLanguage: t('signIn.language')
		}
	};
};

export const actions: Actions = {
	language: (event) => {
		keepLanguage(event, wordsOf(event.cookies).language === 'vi' ? 'en' : 'vi');
		redirect(303, event.url.pathname);
	},

	signIn: async (event) => {
		const { t } = wordsOf(event.cookies);
		const form = await event.request.formData();
		const email = textOf(form, 'email').trim().toLowerCase();
		const password = textOf(form, 'password');
		if (!email || !password) return fail(400, { code: 'malformed', email, message: t('signIn.missing') });

		const tries: Use[] = [
			['signInByAddress', addressKey(event.getClientAddress())],
			['signInByAccount', email]
		];
		const wait = await rateLimits.take(...tries);
		if (wait) {
			if (!(await rateLimits.take(['blockNoted', email])))
				await noteFailure('staff.sign-in-blocked', await staffIdOf(email), email);
			event.setHeaders({ 'retry-after': String(wait.retryAfterS) });
			const message = t('signIn.wait', { n: Math.ceil(wait.retryAfterS / 60) });
			return fail(429, { code: 'too_many_tries', email, message });
		}
		const staff = await checkTypedPassword(email, password);
		if (!staff) {
			await noteFailure('staff.sign-in-failed', await staffIdOf(email), email);
			return fail(401, { code: 'wrong_password', email, message: t('signIn.wrong') });
		}

		await rateLimits.giveBack(...tries);
		await signInAs(event, staff.id);
		await noteAct(staff.id, 'staff.signed-in', staff.id);
		redirect(303, homeOf(staff.role, to(event.url)));
	}
};

const to = (url: URL) => url.searchParams.get('to') ?? '';

function textOf(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value.slice(0, 200) : '';
}
