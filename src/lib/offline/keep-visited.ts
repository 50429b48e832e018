import { keepCatalog, keepLesson, keepPractice, keepVoices } from './keep-content';
import { keepHeardMedia } from './media/keep-heard-media';
import { onVisited, type Visited } from './visited';

/** Keeps what a first visit takes from the network, so that the next visit needs none: what came so far and what
 * comes on this page until the worker answers for it. A phone that is full keeps less; the page goes on. */
export async function keepVisited(): Promise<void> {
	onVisited((what) => void keep(what).catch(() => undefined));
	await keepHeardMedia();
}

async function keep(what: Visited): Promise<void> {
	if (what.kind === 'catalog') await keepCatalog(what.catalog);
	if (what.kind === 'voices') await keepVoices(what.voices);
	if (what.kind === 'lesson' && what.hash) await keepLesson(what.lesson, what.hash);
	if (what.kind === 'practice' && what.hash) await keepPractice(what.practice, what.hash);
}
