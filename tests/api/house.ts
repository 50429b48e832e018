import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

export const house = inject('house');

type Running = { pocketbase: { url: string; pid: number } };
const read = <T>(dataDir: string, name: string) => JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as T;

/** Lets this process use the server's own repositories on the house's PocketBase. Call again after a restart,
 * or with another house's folder. */
export function connect(dataDir = house.dataDir): void {
	const { services } = read<{ services: { email: string; password: string } }>(dataDir, 'secrets.json');
	process.env.DATA_DIR = dataDir;
	process.env.POCKETBASE_URL = read<Running>(dataDir, 'running.json').pocketbase.url;
	process.env.POCKETBASE_EMAIL = services.email;
	process.env.POCKETBASE_PASSWORD = services.password;
}
connect();
