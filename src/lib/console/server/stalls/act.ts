import { textProblem, tidyText } from '$lib/domain/stall-text';
import { noteAct } from '$lib/server/repositories/audit';
import type { Staff } from '$lib/server/session';
import { changeSign, markChecked, markDown, writeName } from '$lib/server/stalls/look-after';
import { settleShop } from '$lib/server/stalls/settle-shop';
import type { StallWithProducts } from '$lib/server/stalls/shapes';
import type { Words } from '../../words';
import { problem, textOf } from '../form';
import { productIn } from './open-stall';

export type Actor = { staff: Staff; found: StallWithProducts; form: FormData; words: Words };

const MAX_REASON = 300;
const MAX_PRODUCT_NAME = 60;
const MAX_PLACE = 80;

/** She has looked at the stall or one of its products, or takes her word back. */
export async function check({ staff, found, form }: Actor, isSo: boolean) {
	const product = productIn(found, form);
	const id = product?.id ?? found.stall.id;
	await markChecked(product ? 'products' : 'stalls', id, isSo ? staff.id : '');
	await noteAct(staff.id, `${product ? 'product' : 'stall'}.${isSo ? 'checked' : 'unchecked'}`, id);
	return { done: isSo ? ('checked' as const) : ('unchecked' as const) };
}

/** Takes the stall or a product down, and says why. */
export async function takeDown({ staff, found, form, words }: Actor) {
	const reason = textOf(form, 'reason').trim().slice(0, MAX_REASON);
	const product = productIn(found, form);
	const values = { form: product?.id ?? 'stall', reason };
	if (!reason) return problem(words, 'stall_reason', 'reason', { values });
	await mark({ staff, found, form, words }, reason);
	return { done: 'down' as const };
}

export async function putBack(actor: Actor) {
	await mark(actor, '');
	return { done: 'up' as const };
}

/** The copies of what is down are deleted at once, those of what is back are made: her stall is folded anew. */
async function mark({ staff, found: { stall, products }, form }: Actor, reason: string): Promise<void> {
	const product = productIn({ stall, products }, form);
	const id = product?.id ?? stall.id;
	await markDown(product ? 'products' : 'stalls', id, { by: staff.id, reason });
	await noteAct(staff.id, `${product ? 'product' : 'stall'}.${reason ? 'taken-down' : 'restored'}`, id);
	const owner = product?.learner ?? (stall.ownerKind === 'learner' ? stall.owner : '');
	if (owner) await settleShop(owner);
}

/** What she heard a woman call her product. */
export async function nameProduct({ staff, found, form, words }: Actor) {
	const product = productIn(found, form);
	const name = tidyText(textOf(form, 'name'));
	const values = { form: product?.id ?? '', name };
	if (!product || textProblem(name, { max: MAX_PRODUCT_NAME }))
		return problem(words, 'stall_text', 'name', { values });
	await writeName(product.id, name);
	await noteAct(staff.id, 'product.named', product.id);
	return { done: 'named' as const };
}

/** The sign of a group's stall; a woman's own is hers to change. */
export async function change({ staff, found: { stall }, form, words }: Actor) {
	const [name, place] = [tidyText(textOf(form, 'name')), tidyText(textOf(form, 'place'))];
	const isBad =
		textProblem(name) !== null ||
		(place !== '' && textProblem(place, { min: 1, max: MAX_PLACE }) !== null) ||
		stall.ownerKind !== 'group';
	if (isBad) return problem(words, 'stall_text', 'name', { values: { form: 'sign', name, place } });
	await changeSign(stall.id, { name, place });
	await noteAct(staff.id, 'stall.changed', stall.id);
	return { done: 'changed' as const };
}
