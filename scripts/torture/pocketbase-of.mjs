import { readFileSync } from 'node:fs';
import path from 'node:path';
import { signIn } from '../house/pocketbase-calls.mjs';

/**
 * Looks into a running house's PocketBase past the app, as its services account.
 * @param {import('../testing/house.mjs').House} house
 */
export async function pocketbaseOf(house) {
	const url = /** @type {{ pocketbase: { url: string } }} */ (house.running()).pocketbase.url;
	/** @type {import('../house/secrets.mjs').Secrets} */
	const secrets = JSON.parse(readFileSync(path.join(house.dataDir, 'secrets.json'), 'utf8'));
	const token = (await signIn(url, secrets.services)) ?? '';

	/**
	 * @param {'GET' | 'POST' | 'PATCH'} method
	 * @param {string} address
	 * @param {unknown} [body]
	 * @returns {Promise<any>}
	 */
	const call = async (method, address, body) => {
		const response = await fetch(url + address, {
			method,
			headers: { authorization: token, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
		if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
		return response.json();
	};

	/** @param {string} collection @returns {Promise<any[]>} every row */
	const all = async (collection) => {
		const rows = [];
		for (let page = 1; ; page++) {
			const query = `perPage=1000&skipTotal=1&sort=id&page=${page}`;
			const { items } = await call('GET', `/api/collections/${collection}/records?${query}`);
			rows.push(...items);
			if (items.length < 1000) return rows;
		}
	};
	return { secrets, call, all };
}
