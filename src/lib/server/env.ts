import { join } from 'node:path';

/**
 * The one reader of the environment in the app. What people may set (PORT, HOST, ORIGIN, DATA_DIR, …) is checked by
 * scripts/house/settings.mjs before anything starts; what stands here is what the house hands over to the app.
 * Read when asked for, not when loaded: a build has none of it, and PocketBase may come back at another address.
 */
export const env = {
	/** Absolute path of the data folder. */
	get dataDir(): string {
		return handedOver('DATA_DIR');
	},
	/** The secret keys that badges are signed with (src/lib/badges/server/keys.ts). */
	get badgeKeysFile(): string {
		return process.env.BADGE_KEYS || join(handedOver('DATA_DIR'), 'badge-keys.json');
	},
	/** Where people reach this server; undefined when ORIGIN was not set and it is taken from each request. */
	get origin(): string | undefined {
		return process.env.ORIGIN || undefined;
	},
	/** An address of this server that works on this machine, for links made outside any request. */
	get linkOrigin(): string {
		return process.env.ORIGIN || handedOver('BAN_MAY_ORIGIN');
	},
	/** ALLOW_PRIVATE_TARGETS=1: an LRS or webhook may stand in this machine's own network, and be plain http. */
	get allowPrivateTargets(): boolean {
		return process.env.ALLOW_PRIVATE_TARGETS === '1';
	},
	pocketbase: {
		get url(): string {
			return handedOver('POCKETBASE_URL');
		},
		get email(): string {
			return handedOver('POCKETBASE_EMAIL');
		},
		get password(): string {
			return handedOver('POCKETBASE_PASSWORD');
		},
		/** Changes whenever PocketBase was started again, perhaps on an older copy of its data. */
		get starts(): string {
			return process.env.POCKETBASE_STARTS ?? '0';
		}
	},
	/** `password` is empty at every start but the one that made her. */
	get firstManager(): { email: string; password: string } {
		return { email: handedOver('FIRST_MANAGER_EMAIL'), password: process.env.FIRST_MANAGER_PASSWORD ?? '' };
	},
	/** Whether this is an example village (`npm start -- --demo`). */
	get isDemo(): boolean {
		return process.env.BAN_MAY_DEMO === '1';
	},
	/** Of pino: 'silent' in tests, 'info' otherwise. */
	get logLevel(): string {
		return process.env.LOG_LEVEL || 'info';
	}
};

function handedOver(name: string): string {
	const value = process.env[name];
	if (value) return value;
	throw new Error(`${name} is not set: start the server with "npm start" or "npm run dev", which set it.`);
}
