import * as v from 'valibot';
import { Ulid } from '$lib/domain/ulid';
import { refuse } from '$lib/server/errors';
import { phoneCalling } from '$lib/server/phone-calling';
import { shopSeen } from '$lib/server/stalls/shop-seen';
import type { RequestHandler } from './$types';

/** What the server says about her stall: its address, what strangers see of it, what was taken down and why. */
export const GET: RequestHandler = async (event) => {
	const device = event.url.searchParams.get('device');
	if (!v.is(Ulid, device)) return refuse('malformed');
	const phone = await phoneCalling(event, device, 'syncByDevice');
	if (phone instanceof Response) return phone;
	return Response.json(await shopSeen(phone.learner), { headers: { 'cache-control': 'no-store' } });
};
