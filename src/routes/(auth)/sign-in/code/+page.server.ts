import { redirect } from '@sveltejs/kit';
import { enterByCode } from '$lib/console/server/entry/enter-by-code';
import { homeOf } from '$lib/console/server/entry/home-of';
import { wordsOf } from '$lib/console/server/words-of';
import { MIN_PASSWORD_LENGTH } from '$lib/domain/password';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const { language, t } = wordsOf(cookies);
	return {
		language,
		words: {
			title: t('code.title'),
			text: t('code.text'),
			email: t('invite.email'),
			code: t('code.code'),
			password: t('me.new'),
			passwordHint: t('invite.passwordHint', { n: MIN_PASSWORD_LENGTH }),
			go: t('code.go'),
			none: t('code.none'),
			back: t('code.back')
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const entered = await enterByCode(event, await event.request.formData(), wordsOf(event.cookies));
		if (!('role' in entered)) return entered;
		redirect(303, homeOf(entered.role));
	}
};
