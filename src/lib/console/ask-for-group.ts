import type { GroupView } from './group-view';

export type Answer<V = GroupView> =
	| { kind: 'new'; view: V; etag: string }
	| { kind: 'same' }
	| { kind: 'away' }
	| { kind: 'signed-out' }
	| { kind: 'gone' };

/** A weak signal may take its time; a dead one must be given up early enough to try again within 10 s. */
const TIMEOUT_MS = 6000;

/** Asks the server what has changed in the group since `etag`. Never rejects. */
export const askForGroup = (id: string, etag: string, get: typeof fetch = fetch): Promise<Answer> =>
	askFor<GroupView>(`/api/groups/${id}`, etag, get);

/** Asks the server what has changed at a path since `etag`. Never rejects. */
export async function askFor<V>(path: string, etag: string, get: typeof fetch = fetch): Promise<Answer<V>> {
	try {
		const response = await get(path, {
			headers: { 'if-none-match': etag },
			// Our own etag is the only memory: the browser's would hide the 304.
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		return await answerOf<V>(response);
	} catch {
		return { kind: 'away' };
	}
}

async function answerOf<V>(response: Response): Promise<Answer<V>> {
	if (response.status === 304) return { kind: 'same' };
	if (response.status === 401) return { kind: 'signed-out' };
	if (response.status === 403 || response.status === 404) return { kind: 'gone' };
	if (!response.ok) return { kind: 'away' };
	return {
		kind: 'new',
		view: (await response.json()) as V,
		etag: response.headers.get('etag') ?? ''
	};
}
