import type { SeenInvitation } from './seen';

export type Opened =
	| { kind: 'open'; secret: string; invitation: SeenInvitation }
	| { kind: 'shut'; why: 'noLink' | 'unknown' | 'used' | 'withdrawn' | 'expired' | 'away' };

const SHUT: Partial<Record<string, 'unknown' | 'used' | 'withdrawn' | 'expired'>> = {
	invite_unknown: 'unknown',
	malformed: 'unknown',
	invite_used: 'used',
	invite_withdrawn: 'withdrawn',
	invite_expired: 'expired'
};

/** Asks the server what the link of this fragment opens. The secret travels in a body, never in an address. */
export async function openInvitation(hash: string, ask: typeof fetch = fetch): Promise<Opened> {
	const secret = hash.slice(1);
	if (!secret) return { kind: 'shut', why: 'noLink' };
	try {
		const answer = await ask('/api/invite', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ secret })
		});
		const said = (await answer.json()) as { invitation?: SeenInvitation; code?: string };
		if (said.invitation) return { kind: 'open', secret, invitation: said.invitation };
		return { kind: 'shut', why: SHUT[said.code ?? ''] ?? 'away' };
	} catch {
		return { kind: 'shut', why: 'away' };
	}
}
