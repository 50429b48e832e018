import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const PeoplesFile = v.object({
	source: v.pipe(v.string(), v.nonEmpty()),
	unsure: v.string(),
	peoples: v.array(v.strictTuple([v.pipe(v.string(), v.regex(/^\d\d$/)), v.pipe(v.string(), v.nonEmpty())]))
});

/** A people of Vietnam's official list, by its code. Never free text: what is typed freely cannot be counted. */
export type People = { code: string; name: string };

let kept: Promise<People[]> | undefined;

/** The official list, in its order, read once. */
export const readPeoples = (): Promise<People[]> => (kept ??= read());

async function read(): Promise<People[]> {
	const text = await readFile(join(process.cwd(), 'content/peoples/1979-03-02.json'), 'utf8');
	return v.parse(PeoplesFile, JSON.parse(text)).peoples.map(([code, name]) => ({ code, name }));
}
