import { change, check, nameProduct, putBack, takeDown, type Actor } from '$lib/console/server/stalls/act';
import { openStall } from '$lib/console/server/stalls/open-stall';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { TEMPLATES } from '$lib/market/server/sheets/templates';
import { isOnShow } from '$lib/server/stalls/shapes';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { stall, products } = await openStall(staffOf(locals), params.id);
	const sheets = TEMPLATES.map(({ slug, name, asOf, sure }) => ({ slug, name, asOf, sure }));
	return { stall, products, sheets, shown: products.filter(isOnShow).length };
};

async function actorOf({ locals, params, request, cookies }: RequestEvent): Promise<Actor> {
	const staff = staffOf(locals);
	const form = await request.formData().catch(() => new FormData());
	return { staff, found: await openStall(staff, params.id ?? ''), form, words: wordsOf(cookies) };
}

export const actions: Actions = {
	check: async (event) => check(await actorOf(event), true),
	uncheck: async (event) => check(await actorOf(event), false),
	down: async (event) => takeDown(await actorOf(event)),
	up: async (event) => putBack(await actorOf(event)),
	name: async (event) => nameProduct(await actorOf(event)),
	change: async (event) => change(await actorOf(event))
};
