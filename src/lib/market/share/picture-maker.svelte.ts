import { fileName } from './file-name';
import { makePicture, type Wanted } from './picture/make-picture';
import type { Shape } from './picture/shapes';

/** One picture at a time: a new wish takes the place of the one before, and gives its memory back. */
export class PictureMaker {
	state = $state<'making' | 'made' | 'no_memory'>('making');
	/** Where the browser has it, for `<img>` and for saving. */
	url = $state('');
	file = $state.raw<File | null>(null);
	#wish = 0;

	/** @returns whether this wish was the last one and was made */
	async make(shape: Shape, wanted: Promise<Wanted>): Promise<boolean> {
		const wish = ++this.#wish;
		this.state = 'making';
		const asked = await wanted;
		if (wish !== this.#wish) return false;
		const made = await makePicture(shape, asked);
		if (wish !== this.#wish) return false;
		this.#forget();
		this.state = made.kind;
		if (made.kind !== 'made') return false;
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
