import { readFile } from 'node:fs/promises';
import { clipPath, readClipIndex, type ClipIndex } from './clip-index';
import type { Clip } from './narrate/narrate';

/** Clips that can be had, by language and text: those of a folder, and behind them those of another shelf. */
export class ClipShelf {
	readonly #indexes = new Map<string, ClipIndex>();

	constructor(
		readonly clipsDir: string,
		readonly behind?: ClipShelf
	) {}

	find(language: string, text: string): Clip | undefined {
		return this.#own(language, text) ?? this.behind?.find(language, text);
	}

	async read(language: string, text: string): Promise<Buffer> {
		const clip = this.#own(language, text);
		if (clip) return readFile(clipPath(this.clipsDir, language, text, clip));
		if (!this.behind) throw new Error(`There is no clip that says "${text}" (${language}).`);
		return this.behind.read(language, text);
	}

	/** What of a language this shelf has itself. */
	index(language: string): ClipIndex {
		const known = this.#indexes.get(language) ?? readClipIndex(this.clipsDir, language);
		this.#indexes.set(language, known);
		return known;
	}

	#own(language: string, text: string): Clip | undefined {
		const index = this.index(language);
		return Object.hasOwn(index, text) ? index[text] : undefined;
	}
}
