import { fileName } from './file-name';
import { makePicture, type Wanted } from './picture/make-picture';
import type { Shape } from './picture/shapes';

/** One picture at a time: a new wish takes the place of the one before, and gives its memory back. */
export class PictureMaker {
	/** wrong: what she wants may not be shown. */
	state = $state<'making' | 'made' | 'no_memory' | 'wrong'>('making');
	/** Where the browser has it, for `<img>` and for saving. */
	url = $state('');
	file = $state.raw<File | null>(null);
	#wish = 0;

	/**
	 * @param wanted what stands on it, or null when nothing may be shown
	 * @returns whether this wish was the last one and was made. From the first moment of a wish the picture before it can
	 * be looked at and no longer sent: it may have a code that she has just taken out.
	 */
	async make(shape: Shape, wanted: Promise<Wanted | null>): Promise<boolean> {
		const wish = ++this.#wish;
		this.state = 'making';
		this.file = null;
		const asked = await wanted;
		if (wish !== this.#wish) return false;
		const made = asked && (await makePicture(shape, asked));
		if (wish !== this.#wish) return false;
		this.#forget();
		this.state = made?.kind ?? 'wrong';
		if (made?.kind !== 'made' || !asked) return false;
		this.file = new File([made.blob], fileName(asked.name, shape), { type: made.blob.type });
		this.url = URL.createObjectURL(made.blob);
		return true;
	}

	/** She leaves, or nothing may be shown. */
	stop(): void {
		this.#wish++;
		this.#forget();
	}

	#forget(): void {
		if (this.url) URL.revokeObjectURL(this.url);
		this.url = '';
		this.file = null;
	}
}
