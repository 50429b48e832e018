import { keepCatalog, keepLesson, keepVoices } from './keep-content';
import { keepHeardMedia } from './media/keep-heard-media';
import { takeVisited, type Visited } from './visited';

/** Keeps what a first visit took from the network, so that the next visit needs none. */
export async function keepVisited(): Promise<void> {
	await Promise.all(takeVisited().map(keep));
	await keepHeardMedia();
}

async function keep(what: Visited): Promise<void> {
	if (what.kind === 'catalog') await keepCatalog(what.catalog);
	if (what.kind === 'voices') await keepVoices(what.voices);
	if (what.kind === 'lesson' && what.hash) await keepLesson(what.lesson, what.hash);
}
