import type { Component } from 'svelte';
import type { CatalogCourse } from '$lib/domain/course';
import type { Notice, NoticeKind } from '$lib/domain/notice';

export type ItemProps<N extends Notice = Notice> = {
	notice: N;
	isHeard: boolean;
	/** Called once it was heard to its end. */
	onheard: () => void;
	courses: CatalogCourse[];
};

type Kinds = { [K in NoticeKind]: () => Promise<{ default: Component<ItemProps<never>> }> };

/** How each kind stands on home and on the shelf, loaded when one of the kind is first there. */
const kinds: Kinds = {
	assignment: () => import('./assignment/Item.svelte'),
	voice: () => import('./voice/Item.svelte'),
	card: () => import('./card/Item.svelte'),
	answer: () => import('./answer/Item.svelte'),
	shared: () => import('./shared/Item.svelte'),
	buyer: () => import('./buyer/Item.svelte'),
	scam: () => import('./scam/Item.svelte'),
	introduction: () => import('./introduction/Item.svelte')
};

/** The component of a kind; undefined for one that this version does not know. */
export async function loadItem(kind: string): Promise<Component<ItemProps> | undefined> {
	const load = Object.hasOwn(kinds, kind) ? kinds[kind as NoticeKind] : undefined;
	return load && ((await load()).default as unknown as Component<ItemProps>);
}
