import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

export const house = inject('house');

type Running = { pocketbase: { url: string; pid: number } };
const read = <T>(name: string) => JSON.parse(readFileSync(join(house.dataDir, name), 'utf8')) as T;

/** Lets this process use the server's own repositories on the house's PocketBase. Call again after a restart. */
export function connect(dataDir = house.dataDir): void {
	const { services } = read<{ services: { email: string; password: string } }>('secrets.json');
	process.env.DATA_DIR = dataDir;
	process.env.POCKETBASE_URL = read<Running>('running.json').pocketbase.url;
	process.env.POCKETBASE_EMAIL = services.email;
	process.env.POCKETBASE_PASSWORD = services.password;
}
connect();

export const running = (): Running => read<Running>('running.json');
