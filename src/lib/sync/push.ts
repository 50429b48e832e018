import type { Event } from '../domain/event';
import type { SyncResponse } from '../domain/sync';
import { post } from './post';

/** What comes of one call of POST /api/sync. */
export type Push = { kind: 'sent'; response: SyncResponse } | Unsent;
export type Unsent =
	/** No line, no server, or somebody else's page in between. */
	| { kind: 'offline' }
	/** The server does not know this device as anybody's: she joins (again). */
	| { kind: 'not_joined' }
	| { kind: 'revoked' }
	/** Another phone has numbered on under this device's name. */
	| { kind: 'forked' }
	| { kind: 'too_many'; waitMs: number }
	| { kind: 'refused'; code: string };

export type PhoneFacts = { app: string; freeBytes: number | null };

/** Sends events of one device, and asks for the changes since the cursor. Never throws for what the line does. */
export async function push(
	call: {
		device: string;
		events: Event[];
		after?: { id: string; seq: number } | undefined;
		since: number;
		phone?: PhoneFacts | undefined;
		notices?: string;
		together?: string;
	},
	fetch: typeof globalThis.fetch
): Promise<Push> {
	const answer = await post('/api/sync', call, fetch);
	if (answer.kind === 'answered') {
		return isSyncResponse(answer.body) ? { kind: 'sent', response: answer.body } : { kind: 'offline' };
	}
	return answer;
}

/** A village's login page answers 200 to everything. */
function isSyncResponse(body: unknown): body is SyncResponse {
	const { watermark, rejected, changes } = (body ?? {}) as Partial<SyncResponse>;
	return Number.isInteger(watermark) && Array.isArray(rejected) && Array.isArray(changes?.events);
}
