import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Scam, ScamChoices } from '$lib/domain/scam';

const kept: { choices?: ScamChoices } = {};

/** content/scams/choices.json; read once by this process. */
export function scamChoices(rootDir = process.cwd()): ScamChoices {
	const path = join(rootDir, 'content', 'scams', 'choices.json');
	return (kept.choices ??= v.parse(ScamChoices, JSON.parse(readFileSync(path, 'utf8'))) as ScamChoices);
}

/** content/scams/example.json: the trick of the example village. */
export const exampleScam = (rootDir = process.cwd()): Scam =>
	v.parse(Scam, JSON.parse(readFileSync(join(rootDir, 'content', 'scams', 'example.json'), 'utf8')));
