import { composePicture, loadIcons, loadScenes } from '../../../../scripts/pictures/compose.mjs';

/** The drawn pictures of content/pictures, by the description that curricula use. */
export class Pictures {
	readonly #scenes: ReturnType<typeof loadScenes>;
	#icons: ReturnType<typeof loadIcons> | undefined;

	constructor(readonly rootDir: string) {
		this.#scenes = loadScenes(rootDir);
	}

	has(description: string): boolean {
		return this.#scenes.has(description);
	}

	/** The SVG. The icon set is 3 MB of JSON and is read for the first picture only. */
	draw(description: string): string {
		const scene = this.#scenes.get(description);
		if (!scene) throw new Error(`There is no picture "${description}".`);
		this.#icons ??= loadIcons(this.rootDir);
		return composePicture(scene, this.#icons, description);
	}
}
