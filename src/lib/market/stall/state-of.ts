import type { Product } from '$lib/domain/fold-shop';
import type { HerShop } from '$lib/offline/shop/load-shop';

export type ProductState = 'alone' | 'withdrawn' | 'waits' | 'waiting' | 'open' | 'taken_down';

/** What became of a product, as far as this phone knows; what is not delivered is never called seen. */
export function stateOf({ id, withdrawn }: Pick<Product, 'id' | 'withdrawn'>, her: HerShop): ProductState {
	if (her.waiting.has(id)) return her.profile.learner ? 'waits' : 'alone';
	if (withdrawn) return 'withdrawn';
	return her.seen?.products[id]?.state ?? (her.profile.learner ? 'waits' : 'alone');
}
