import { join } from 'node:path';
import { log } from '$lib/server/log';
import type { Bundle } from '../bundle';
import { clipsHere } from '../import-file';
import { missingIn, narrateMissing } from '../made-clips';
import { readLexicons } from '../read-content';

export type Narration = { done: number; total: number; isRunning: boolean };

/** Drafts that are being narrated, by id; forgotten with the process, and started again by a tap. */
const running = new Map<string, Narration>();

export const narrationOf = (id: string): Narration | undefined => running.get(id);

/** Starts making the missing clips of a draft and comes back at once; one narration for each draft. */
export function narrateDraft(id: string, bundle: Bundle, rootDir = process.cwd()): Narration {
	const known = running.get(id);
	if (known?.isRunning) return known;
	const narration: Narration = { done: 0, total: missingTexts(bundle).length, isRunning: true };
	running.set(id, narration);
	narrateMissing(bundle, clipsHere(rootDir), readLexicons(join(rootDir, 'content')), (done, total) =>
		Object.assign(narration, { done, total })
	)
		.catch((cause: unknown) => log.warn({ err: cause, draft: id }, 'a draft was not narrated'))
		.finally(() => (narration.isRunning = false));
	return narration;
}

/** What no voice says yet, of the languages that the server has a voice for. */
export const missingTexts = (bundle: Bundle) => missingIn(bundle, clipsHere());
