import type { Product, Stall } from '$lib/domain/fold-shop';
import type { MessageKey, Messages } from '$lib/i18n/messages.svelte';
import { productName } from '../stall/product-name';

/** A product's name as a heading. */
export function heading(product: Pick<Product, 'name'>, messages: Messages): string {
	const name = productName(product.name, messages);
	return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

/** Her stall and where it is, as it stands on a picture. */
export const stallLine = (stall: Stall | null): string =>
	[stall?.name, stall?.place].filter(Boolean).join(' · ');

/**
 * The words beside a picture in a post: what a buyer asks first. Never the number of an account or a phone: those go
 * where she puts them herself.
 */
export function caption(
	product: Product,
	{ stall, address }: { stall: Stall | null; address: string | null },
	messages: Messages
): string {
	const { t } = messages;
	const key = (name: string) => t(name as MessageKey);
	const { made } = product;
	return [
		heading(product, messages),
		`${t('sell.amount', { n: product.price })} / ${key(`sell.unit.${product.unit}`)}`,
		made.from.map((material) => key(`sell.material.${material}`)).join(', '),
		[made.who, made.where].filter(Boolean).join(', '),
		product.deliveries.map((way) => key(`sell.way.${way}`)).join(' · '),
		stallLine(stall),
		address
	]
		.filter(Boolean)
		.join('\n');
}
