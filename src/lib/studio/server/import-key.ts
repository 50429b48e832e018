import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '$lib/server/env';
import { isSameSecret } from '$lib/server/secrets';

/** Whether a request comes from this machine's own house (scripts/import.mjs), which alone can read the key. */
export function showsImportKey(request: Request): boolean {
	const [, shown] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!shown) return false;
	const path = join(env.dataDir, 'secrets.json');
	const { importKey } = JSON.parse(readFileSync(path, 'utf8')) as { importKey?: string };
	return Boolean(importKey) && isSameSecret(shown, importKey as string);
}
