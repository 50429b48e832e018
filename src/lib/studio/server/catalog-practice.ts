import type { CatalogPractice } from '$lib/domain/course';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import { mediaOfPractice } from '$lib/domain/media-of-practice';
import type { Spoken } from '$lib/domain/media';
import type { Practice } from '$lib/domain/practice';
import { packedBytes } from './catalog-lesson';

/** How the catalogue lists a published practice beside its lesson; bytes as they travel.
 * @param pictureBytes packed size of a picture by its name */
export function catalogPractice(
	practice: Practice,
	bytes: Buffer,
	hash: string,
	pictureBytes: (name: string) => number
): CatalogPractice {
	const clips = new Map<string, number>();
	JSON.parse(JSON.stringify(practice), (_, value: unknown) => {
		const said = value as Partial<Spoken> | null;
		if (typeof said?.clip === 'string') clips.set(said.clip, said.bytes ?? 0);
		return value;
	});
	const sizeIn = (language: string) => {
		const media = mediaOfPractice(practice, language);
		const weights = media.map((name) => clips.get(name) ?? pictureBytes(name));
		return { bytes: weights.reduce((sum, n) => sum + n, packedBytes(bytes)) };
	};
	const languages = Object.keys(practice.done).sort();
	return {
		hash,
		name: practice.name,
		bytes: sizeIn(MASTER_LANGUAGE).bytes,
		sizes: Object.fromEntries(languages.map((language) => [language, sizeIn(language)]))
	};
}
