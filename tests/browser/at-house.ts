import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../../scripts/testing/house.mjs';

type StoredEvent = {
	id: string;
	device: string;
	seq: number;
	kind: string;
	data: Record<string, unknown>;
};

/** Every event that the house has taken, read straight from its database. */
export async function storedEvents(house: House): Promise<StoredEvent[]> {
	const { url } = house.running()!.pocketbase;
	const secrets = JSON.parse(readFileSync(join(house.dataDir, 'secrets.json'), 'utf8')) as {
		services: { email: string; password: string };
	};
	const signIn = await fetch(`${url}/api/collections/services/auth-with-password`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ identity: secrets.services.email, password: secrets.services.password })
	});
	const { token } = (await signIn.json()) as { token: string };
	const events: StoredEvent[] = [];
	for (let page = 1; ; page++) {
		const list = `${url}/api/collections/events/records?perPage=500&sort=id&page=${page}`;
		const answer = await fetch(list, { headers: { authorization: token } });
		if (!answer.ok) throw new Error(`Reading events answered ${answer.status}: ${await answer.text()}`);
		const { items } = (await answer.json()) as { items: StoredEvent[] };
		events.push(...items);
		if (items.length < 500) return events;
	}
}
