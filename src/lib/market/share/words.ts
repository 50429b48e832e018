import { loadArea, type AreaWords } from '$lib/i18n/words';
import type { Language } from '$lib/domain/language';

/** Her products are called here as they are in her stall: both areas of words come. */
export async function withStallWords(
	parent: () => Promise<{ language: Language }>
): Promise<{ areas: AreaWords[] }> {
	const { language } = await parent();
	return { areas: await Promise.all([loadArea('sell', language), loadArea('share', language)]) };
}
