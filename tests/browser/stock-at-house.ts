import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../../scripts/testing/house.mjs';

type Row = { id: string };

/** A woman of a group in Na Rì has honey on show: written into the house's database, where her phone's events would have
 * brought it. */
export async function stockHoney(
	house: House,
	{ woman, group, bottles }: { woman: string; group: string; bottles: number }
): Promise<void> {
	const { url } = house.running()!.pocketbase;
	const { services } = JSON.parse(readFileSync(join(house.dataDir, 'secrets.json'), 'utf8')) as {
		services: { email: string; password: string };
	};
	let token = '';
	const call = async <T>(path: string, method = 'GET', body?: unknown) => {
		const headers = { 'content-type': 'application/json', authorization: token };
		const init = body === undefined ? {} : { body: JSON.stringify(body) };
		const answer = await fetch(`${url}/api/collections/${path}`, { method, headers, ...init });
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const { email: identity, password } = services;
	({ token } = await call<{ token: string }>('services/auth-with-password', 'POST', { identity, password }));
	const named = (collection: string, name: string) =>
		call<{ items: Row[] }>(`${collection}/records?filter=${encodeURIComponent(`name = "${name}"`)}`).then(
			({ items }) => items[0]!.id
		);
	const place = { province: '19', commune: '02191' };
	await call(`groups/records/${await named('groups', group)}`, 'PATCH', place);
	const product = 'a'.repeat(26);
	const name = { kind: 'honey' };
	const body = { name, deliveries: ['post'], photos: [], story: null, made: { from: [] }, ocopStars: 0 };
	await call('products/records', 'POST', {
		...{ learner: await named('learners', woman), product, name: 'Mật ong', price: 300_000, unit: 'bottle' },
		...{ stock: bottles, withdrawn: false, body: JSON.stringify(body), offeredAtMs: Date.now() },
		shown: JSON.stringify({ photos: [], story: null, voice: null })
	});
}
