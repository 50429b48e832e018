import { MASTER_LANGUAGE } from '$lib/domain/language';

/** `?language=en`; whatever is no language is Vietnamese, and so is a text that the language lacks. */
export function languageAsked(url: URL): string {
	const asked = url.searchParams.get('language') ?? '';
	return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(asked) ? asked : MASTER_LANGUAGE;
}
