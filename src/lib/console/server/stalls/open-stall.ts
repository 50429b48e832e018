import { giveUp } from '$lib/server/errors';
import type { Staff } from '$lib/server/session';
import { stallById } from '$lib/server/stalls/repository';
import type { ProductRow, StallWithProducts } from '$lib/server/stalls/shapes';
import { textOf } from '../form';
import { openGroup, openWoman } from '../open';

/** A stall of a group, or of a woman in one, that this member of staff looks after. */
export async function openStall(staff: Staff, id: string): Promise<StallWithProducts> {
	const found = /^[a-z0-9]{15}$/.test(id) ? await stallById(id) : null;
	if (!found) giveUp('not_found');
	const { ownerKind, owner } = found.stall;
	if (ownerKind === 'group') await openGroup(staff, owner);
	else await openWoman(staff, owner);
	return found;
}

/** The product that a form names, when it stands in this stall. */
export function productIn({ products }: StallWithProducts, form: FormData): ProductRow | undefined {
	const id = textOf(form, 'product');
	return id ? (products.find((product) => product.id === id) ?? giveUp('not_found')) : undefined;
}
