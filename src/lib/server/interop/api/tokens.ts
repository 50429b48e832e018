import { createHash, randomBytes } from 'node:crypto';
import { ClientResponseError } from 'pocketbase';
import { pocketbase } from '../../pocketbase';

/** What a token may read. `names` adds the women's names to what `badges` answers. */
export const SCOPES = ['catalog', 'groups', 'progress', 'reports', 'badges', 'names'] as const;
export type Scope = (typeof SCOPES)[number];

export type ApiToken = {
	id: string;
	name: string;
	scopes: Scope[];
	createdAtMs: number;
	lastUsedAtMs: number;
	revokedAtMs: number;
};
type Row = Omit<ApiToken, 'scopes'> & { scopes: string };

/** A prefix that scanners of leaked secrets can look for. */
const PREFIX = 'banmay_';
/** "Last used" is for people: a write an hour is enough. */
const NOTE_USE_EVERY_MS = 3_600_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const collection = async () => (await pocketbase()).collection('api_tokens');

/** Makes a token. It is shown now and never again: only its hash is kept. */
export async function makeToken(
	name: string,
	scopes: readonly Scope[],
	by: string,
	now = Date.now()
): Promise<string> {
	const token = PREFIX + randomBytes(32).toString('base64url');
	const row = { name, scopes: scopes.join(' '), hash: hashOf(token), createdBy: by, createdAtMs: now };
	await (await collection()).create({ ...row, lastUsedAtMs: 0, revokedAtMs: 0 });
	return token;
}

/** The token that a request shows, or null: unknown or revoked. */
export async function tokenOf(request: Request, now = Date.now()): Promise<ApiToken | null> {
	const [, shown] = /^Bearer (banmay_[\w-]{43})$/.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!shown) return null;
	const pb = await pocketbase();
	try {
		const filter = pb.filter('hash = {:hash} && revokedAtMs = 0', { hash: hashOf(shown) });
		const token = tokenFrom(await pb.collection('api_tokens').getFirstListItem<Row>(filter));
		if (now - token.lastUsedAtMs > NOTE_USE_EVERY_MS)
			await pb.collection('api_tokens').update(token.id, { lastUsedAtMs: now });
		return token;
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** Those that are valid, newest first. */
export async function validTokens(): Promise<ApiToken[]> {
	const options = { filter: 'revokedAtMs = 0', sort: '-createdAtMs' };
	return (await (await collection()).getFullList<Row>(options)).map(tokenFrom);
}

/** From now on it opens nothing. @returns whether there was such a token */
export async function revokeToken(id: string, now = Date.now()): Promise<boolean> {
	try {
		await (await collection()).update(id, { revokedAtMs: now });
		return true;
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return false;
		throw cause;
	}
}

const tokenFrom = ({ id, name, scopes, createdAtMs, lastUsedAtMs, revokedAtMs }: Row): ApiToken => ({
	...{ id, name, createdAtMs, lastUsedAtMs, revokedAtMs },
	scopes: SCOPES.filter((scope) => scopes.split(' ').includes(scope))
});
