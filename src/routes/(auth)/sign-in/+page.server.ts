import { fail, redirect } from '@sveltejs/kit';
import { keepLanguage, wordsOf } from '$lib/console/server/words-of';
import { addressKey, rateLimits, type Use } from '$lib/server/rate-limit';
import { noteAct } from '$lib/server/repositories/audit';
import { checkPassword } from '$lib/server/repositories/staff';
import { createStaffSession, endSession, type StaffRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, cookies }) => {
	if (locals.principal.kind === 'staff') redirect(303, homeOf(locals.principal.role, url));
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
			event.setHeaders({ 'retry-after': String(wait.retryAfterS) });
			const message = t('signIn.wait', { n: Math.ceil(wait.retryAfterS / 60) });
			return fail(429, { code: 'too_many_tries', email, message });
		}
		const staff = await checkPassword(email, password);
		if (!staff) return fail(401, { code: 'wrong_password', email, message: t('signIn.wrong') });

		await rateLimits.giveBack(...tries);
		// Whoever was signed in on this browser no longer is: a session never changes hands.
		await endSession(event);
		await createStaffSession(event, staff.id);
		await noteAct(staff.id, 'staff.signed-in', staff.id);
		redirect(303, homeOf(staff.role, event.url));
	}
};

/** Where she wanted to go, if it is a page of the console; never to another site. */
function homeOf(role: StaffRole, url: URL): string {
	if (role !== 'trainer' && role !== 'manager') return '/';
	const to = url.searchParams.get('to') ?? '';
	return /^\/trainer(\/[a-z0-9/-]*)?$/.test(to) ? to : '/trainer';
}

function textOf(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value.slice(0, 200) : '';
}
