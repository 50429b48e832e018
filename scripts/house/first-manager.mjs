import { anyManager, createManager } from './pocketbase-calls.mjs';
import { readablePassword } from './readable-password.mjs';

/**
 * Makes the first manager when there is none yet.
 * @param {string} url of PocketBase
 * @param {string} token
 * @param {{ email: string, password: string | undefined }} wanted
 * @returns {Promise<{ email: string, password: string | undefined }>} no password: she was there before
 */
export async function ensureFirstManager(url, token, wanted) {
	const known = await anyManager(url, token);
	if (known) return { email: known, password: undefined };
	const manager = { email: wanted.email, password: wanted.password ?? readablePassword() };
	await createManager(url, token, manager);
	return manager;
}
