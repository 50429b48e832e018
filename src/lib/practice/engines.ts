import type { Component } from 'svelte';
import type { Engine, Part, PartOf } from '$lib/domain/practice';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { Model } from './model';
import type { Play } from './play.svelte';
import * as meta from './meta';

/** Everything that the player knows of an engine; what it draws comes with `loadScreen`. */
export type Meta<E extends Engine, S> = {
	model: Model<E, S>;
	/** What is said when the part stands like this. */
	prompt(part: PartOf<E>, state: S): SpokenByLanguage[];
	/** What can be done here and how it sounds, in the order of the screen. */
	choices(part: PartOf<E>, state: S): { move: string; says: SpokenByLanguage }[];
	/** Whether what she did stays on the screen while its reason is said. */
	showsAfter?: boolean;
};
export type ScreenProps<E extends Engine, S> = { part: PartOf<E>; state: S; play: Play };

// An engine's own types meet here: the part says which of them it is.
type AnyMeta = Meta<Engine, unknown>;
const metas = meta as unknown as Record<Engine, AnyMeta>;
type AnyScreen = Component<{ part: Part; state: unknown; play: Play }>;

export const metaOf = (part: Part): AnyMeta => metas[part.engine];

const screens: Record<Engine, () => Promise<{ default: unknown }>> = {
	sort: () => import('./sort/Practice.svelte'),
	match: () => import('./match/Practice.svelte'),
	talk: () => import('./talk/Practice.svelte'),
	device: () => import('./device/Practice.svelte'),
	bank: () => import('./bank/Practice.svelte'),
	money: () => import('./money/Practice.svelte'),
	build: () => import('./build/Practice.svelte'),
	till: () => import('./till/Practice.svelte'),
	compare: () => import('./compare/Practice.svelte'),
	record: () => import('./record/Practice.svelte'),
	signs: () => import('./signs/Practice.svelte')
};
export const loadScreen = async (engine: Engine): Promise<AnyScreen> =>
	(await screens[engine]()).default as AnyScreen;
