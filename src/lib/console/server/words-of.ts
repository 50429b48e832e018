import type { Cookies } from '@sveltejs/kit';
import { languageFrom, Words, type ConsoleLanguage } from '../words';

/** Also read by hooks.server.ts, for the page's `lang`. */
export const LANGUAGE_COOKIE = 'bm_console_language';
const YEAR_S = 365 * 24 * 3600;

export const wordsOf = (cookies: Cookies): Words => new Words(languageFrom(cookies.get(LANGUAGE_COOKIE)));

export function keepLanguage(
	{ cookies, url }: { cookies: Cookies; url: URL },
	language: ConsoleLanguage
): void {
	const secure = url.protocol === 'https:';
	cookies.set(LANGUAGE_COOKIE, language, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: YEAR_S
	});
}
