import type { SeenState, ShopSeen } from '$lib/domain/shop-seen';
import { productsOf, shopOf, stallDebts, stallOf } from './repository';
import { settleQuietly } from './settle-shop';
import type { ProductRow, StallRow } from './shapes';

/** What her phone is told about her stall. What is owed to it is done first, so that the word is today's. */
export async function shopSeen(learner: string): Promise<ShopSeen> {
	const rows = await productsOf(learner);
	const isWaiting = rows.some(({ waits }) => waits > 0) || (await stallDebts(learner)).length > 0;
	if (isWaiting) await settleQuietly(learner);
	const [found, products, { about }] = [
		await stallOf({ ownerKind: 'learner', owner: learner }),
		isWaiting ? await productsOf(learner) : rows,
		await shopOf(learner)
	];
	const group = about?.groups[0] && (await stallOf({ ownerKind: 'group', owner: about.groups[0].id }))?.stall;
	const stall = found?.stall;
	return {
		stall: stall
			? { slug: stall.slug, state: stateOf(stall), reason: reasonOf(stall), checkedBy: stall.checkedBy }
			: null,
		products: Object.fromEntries(
			products.map((row) => [row.product, { state: productState(row, stall), reason: reasonOf(row) }])
		),
		group: group && group.downAtMs === 0 ? { slug: group.slug, name: group.name } : null
	};
}

const stateOf = ({ downAtMs, waits }: Pick<StallRow, 'downAtMs' | 'waits'>): SeenState =>
	downAtMs > 0 ? 'taken_down' : waits > 0 ? 'waiting' : 'open';

/** Without a stall nobody sees it yet. */
function productState(row: ProductRow, stall: StallRow | undefined): SeenState {
	if (stall?.downAtMs) return 'taken_down';
	return !stall && row.downAtMs === 0 ? 'waiting' : stateOf(row);
}

const reasonOf = ({ downAtMs, downReason }: Pick<StallRow, 'downAtMs' | 'downReason'>) =>
	downAtMs > 0 ? downReason : '';
