import type { SpokenByLanguage } from '$lib/domain/media';
import { readBlob } from '../blobs';

/** Every spoken text of a published practice, once each, in the order in which they stand in it. */
export async function textsOfPublished(hash: string): Promise<SpokenByLanguage[]> {
	const bytes = await readBlob(`${hash}.json`);
	const found = new Map<string, SpokenByLanguage>();
	JSON.parse(bytes?.toString() ?? 'null', (_, value: unknown) => {
		const by = value as Partial<SpokenByLanguage> | null;
		if (typeof by?.vi?.clip === 'string') found.set(by.vi.text, by as SpokenByLanguage);
		return value;
	});
	return [...found.values()];
}
