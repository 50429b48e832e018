import type { Fetch } from '../fetch-content';
import { keepMedia } from '../media/keep-media';
import { mediaHere, openMedia } from '../media/media-cache';

/** Puts these files on the phone. @returns whether all are here now */
export async function bringMedia(names: string[], fetch: Fetch): Promise<boolean> {
	if (names.length === 0) return true;
	await keepMedia(names, fetch);
	const here = await mediaHere(await openMedia());
	return names.every((name) => here.has(name));
}
