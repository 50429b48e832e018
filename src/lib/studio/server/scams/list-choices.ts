import { inLanguage } from '$lib/domain/language';
import { SCAM_KINDS, type ScamKind } from '$lib/domain/scam-limits';
import { blobs } from '../blobs';
import { Pictures } from '../pictures';
import { scamChoices } from './choices';

type Listed = { id: string; text: string; picture: string; for: ScamKind[]; when: 'now' | 'then' };

const drawn = new Map<string, Promise<string>>();

/** What a trainer can choose from, with the pictures that women see. */
export async function listChoices(language: string): Promise<{ right: Listed[]; wrong: Listed[] }> {
	const { right, wrong } = scamChoices();
	const pictures = new Pictures(process.cwd());
	const fileOf = (description: string) => {
		const putting = drawn.get(description) ?? blobs().put(Buffer.from(pictures.draw(description)), 'svg');
		drawn.set(description, putting);
		putting.catch(() => drawn.delete(description));
		return putting;
	};
	const listed = (one: (typeof wrong)[number], when: 'now' | 'then') =>
		fileOf(one.picture).then((picture): Listed => ({
			...{ id: one.id, text: inLanguage(one.text, language), picture, when },
			for: one.for ?? [...SCAM_KINDS]
		}));
	return {
		right: await Promise.all(right.map((one) => listed(one, one.when))),
		wrong: await Promise.all(wrong.map((one) => listed(one, 'now')))
	};
}
