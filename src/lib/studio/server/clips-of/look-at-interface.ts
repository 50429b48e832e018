import { join } from 'node:path';
import type { LookedAt } from '$lib/domain/clip-fault';
import { readBlob } from '../blobs';
import { currentlyPublished } from '../current';
import { readInterfaceTexts } from '../read-content';
import type { Voices } from '../voices-file';
import { countFaults, lexiconOf, lookAt, worstFirst, type Counts } from './look-at';
import { lookAtEach, titlesPublished } from './look-at-clips';

/** Every sentence that the app itself says in a language, titles of courses and modules too; the worst first. */
export async function lookAtInterface(language: string): Promise<{ texts: LookedAt[]; counts: Counts }> {
	const lexicon = lexiconOf(language);
	const { clips } = await voicesIn(language);
	const sentences = readInterfaceTexts(join(process.cwd(), 'content'))[language] ?? [];
	const texts = [
		...sentences.map((text) => lookAt(text, clips[text], language, lexicon)),
		...lookAtEach(await titlesPublished(), language, lexicon).filter(({ text }) => !sentences.includes(text))
	];
	return { texts: worstFirst(texts), counts: countFaults(texts) };
}

/** The published list of the interface's clips in a language; empty where there is none. */
async function voicesIn(language: string): Promise<Voices> {
	const { voices } = (await currentlyPublished()).published;
	const hash = Object.hasOwn(voices, language) ? voices[language] : undefined;
	const bytes = hash && (await readBlob(`${hash}.json`));
	return bytes ? (JSON.parse(bytes.toString()) as Voices) : { language, clips: {} };
}
