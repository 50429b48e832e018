import { namesOf, PART, sizeOf } from './folder-of';

export type Here = 'whole' | number;

/** Of each of these hashes, whether it is here whole (or was, and is not wanted again), or how many bytes have come. */
export async function howMuchIsHere(learner: string, hashes: readonly string[]): Promise<Map<string, Here>> {
	const names = await namesOf(learner);
	const byHash = new Map(names.map((name) => [name.endsWith(PART) ? name : hashIn(name), name]));
	const here = new Map<string, Here>();
	for (const hash of hashes) {
		const part = names.find((name) => name.startsWith(`${hash}.`) && name.endsWith(PART));
		here.set(hash, byHash.has(hash) ? 'whole' : part ? await sizeOf(learner, part) : 0);
	}
	return here;
}

const hashIn = (name: string) => name.slice(0, name.indexOf('.'));
