import { productsOf, stallOf } from './repository';
import { settleQuietly } from './settle-shop';

/** A picture or recording of hers has come to its end: when her stall waits for one, it is looked for. */
export async function blobCame(learner: string): Promise<void> {
	if (await waitsForSomething(learner).catch(() => true)) await settleQuietly(learner);
}

async function waitsForSomething(learner: string): Promise<boolean> {
	if ((await stallOf({ ownerKind: 'learner', owner: learner }))?.stall.waits) return true;
	return (await productsOf(learner)).some(({ waits }) => waits > 0);
}
