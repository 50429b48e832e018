import type { Attachment } from 'svelte/attachments';
import type { MessageKey } from '$lib/i18n/messages.svelte';
import type { Params } from '$lib/i18n/fill';

/** What a control says when the page is read aloud: its message, which is also its accessible name. */
export type Said = { key: MessageKey; params?: Params };

const paramsOf = new WeakMap<Element, () => Params | undefined>();

/** Gives the parameters of the message named in the element's `data-say`. */
export function said(params: () => Params | undefined): Attachment {
	return (element) => {
		paramsOf.set(element, params);
		return () => paramsOf.delete(element);
	};
}

/** The spoken label of a control with a `data-say`. */
export function saidBy(element: Element): Said | undefined {
	const key = element.getAttribute('data-say');
	return key ? { key: key as MessageKey, params: paramsOf.get(element)?.() } : undefined;
}
