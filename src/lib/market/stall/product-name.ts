import type { ProductName } from '$lib/domain/product';
import type { Param } from '$lib/i18n/fill';
import type { MessageKey, Messages } from '$lib/i18n/messages.svelte';

/** What a product is called: its own name, else what its picture shows. */
export function productName(name: ProductName | undefined, messages: Messages): string {
	if (name?.text) return name.text;
	return messages.t(name?.kind ? (`sell.kind.${name.kind}` as MessageKey) : 'sell.name.unnamed');
}

/** The same for the voice: it knows the words of the pictures, not what she wrote. */
export function saidName(name: ProductName | undefined, messages: Messages): Param {
	const key: MessageKey = name?.kind ? (`sell.kind.${name.kind}` as MessageKey) : 'sell.name.unnamed';
	return { text: productName(name, messages), say: [messages.t(key)] };
}
