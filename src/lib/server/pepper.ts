import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env';

/** The secret that makes the hashes of cards useless without this server's `DATA_DIR/secrets.json`. */
export function cardPepper(): string {
	const path = join(env.dataDir, 'secrets.json');
	const { pepper } = JSON.parse(readFileSync(path, 'utf8')) as { pepper?: string };
	if (!pepper) throw new Error(`${path} has no "pepper": without it no card that was printed can be read.`);
	return pepper;
}
