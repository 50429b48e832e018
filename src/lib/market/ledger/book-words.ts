import type { Language } from '$lib/domain/language';
import { loadArea, type AreaWords } from '$lib/i18n/words';

/** The words of the book, with those of the stall whose goods it names, and of the microphone. */
export const bookWords = (language: Language): Promise<AreaWords[]> =>
	Promise.all((['sell', 'voices', 'book'] as const).map((area) => loadArea(area, language)));
