import type { Catalog } from '$lib/domain/course';
import { pocketbase } from '$lib/server/pocketbase';

/** The catalogue as it is kept: what phones get, and which voices file goes with it in each language. */
export type Published = {
	catalog: Catalog;
	/** Language -> SHA-256 of its voices file in the blob store. */
	voices: Record<string, string>;
	/** Mark of the content/ that was published last; later imports by hand keep it. */
	digest: string;
};
type Row = { body: Catalog & { voices?: Record<string, string> }; digest: string };

/** What is published now, or undefined on a fresh server. */
export async function readPublished(): Promise<Published | undefined> {
	const rows = await catalogs();
	const page = await rows.getList<Row>(1, 1, { sort: '-created,-id', skipTotal: true });
	const row = page.items[0];
	if (!row) return undefined;
	const { voices = {}, ...catalog } = row.body;
	return { catalog, voices, digest: row.digest };
}

export const catalogs = async () => (await pocketbase()).collection('catalogs');
