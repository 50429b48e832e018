import type { Supply } from '$lib/domain/match';
import { pbCall } from '../pocketbase';

/** What these groups have to sell: what stands in the stalls of who is in them now. */
export const suppliesOf = async (groups: string[]): Promise<(Supply & { maker: string })[]> =>
	groups.length === 0
		? []
		: (await pbCall<{ supplies: (Supply & { maker: string })[] }>('POST', '/api/banmay/supplies', { groups }))
				.supplies;
