import { giveUp } from '../errors';
import { addressKey, rateLimits } from '../rate-limit';
import { stallBySlug } from './repository';
import type { StallWithProducts } from './shapes';

/** A stall that strangers may see. One that is not there and one that was taken down are answered alike; who walks
 * through names is slowed down. */
export async function openStall(slug: string, address: string): Promise<StallWithProducts> {
	const who = addressKey(address);
	if (await rateLimits.take(['stallByAddress', who])) giveUp('too_many_tries');
	const found = /^[a-z0-9-]{1,60}$/.test(slug) ? await stallBySlug(slug) : null;
	if (found && found.stall.downAtMs === 0) return found;
	if (await rateLimits.take(['unknownStallByAddress', who])) giveUp('too_many_tries');
	giveUp('stall_unknown');
}
