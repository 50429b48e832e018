import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../../scripts/testing/house.mjs';

export type SignIn = { email: string; password: string };

/** Someone who works at this house, written into its database. */
export async function addStaff(house: House, name: string, role: 'trainer' | 'manager'): Promise<SignIn> {
	const { url } = house.running()!.pocketbase;
	const { services } = JSON.parse(readFileSync(join(house.dataDir, 'secrets.json'), 'utf8')) as {
		services: SignIn;
	};
	const call = async <T>(path: string, body: unknown, token = '') => {
		const headers = { 'content-type': 'application/json', authorization: token };
		const answer = await fetch(`${url}/api/collections/${path}`, {
			...{ method: 'POST', headers, body: JSON.stringify(body) }
		});
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const { email: identity, password: key } = services;
	const { token } = await call<{ token: string }>('services/auth-with-password', { identity, password: key });
	const made = { email: `${role}-${Date.now()}@example.test`, password: 'hoa-ngo-ca-chim-9' };
	const rest = { name, role, active: true, verified: true, passwordConfirm: made.password };
	await call('staff/records', { ...made, ...rest }, token);
	return made;
}
