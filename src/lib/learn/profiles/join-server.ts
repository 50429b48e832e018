import type { LearnerOnPhone } from '$lib/domain/sync';
import type { JoinInput } from './read-join-input';

export type CardHolder = { learner: { name: string; picture: string }; group: { name: string } };
/** Why joining did not work; each has a spoken sentence, `join.trouble.<it>`. */
export type JoinTrouble = 'offline' | 'unknown' | 'revoked' | 'tooMany' | 'failed';
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'trouble'; trouble: JoinTrouble };

/** Whose card it is, before anything is changed. */
export function lookAtCard(input: JoinInput, request = fetch): Promise<Answer<CardHolder>> {
	return post('/api/join/look', input, request);
}

/** Binds this phone's device to the woman of the card; the session cookie comes with the answer. */
export async function joinWithCard(
	input: JoinInput,
	device: string,
	request = fetch
): Promise<Answer<LearnerOnPhone>> {
	const answer = await post<{ learner: LearnerOnPhone }>('/api/join', { ...input, device }, request);
	return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.learner } : answer;
}

async function post<T>(path: string, body: unknown, request: typeof fetch): Promise<Answer<T>> {
	try {
		const response = await request(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		const answer = await response.json();
		return response.ok ? { kind: 'ok', value: answer } : { kind: 'trouble', trouble: known(answer?.code) };
	} catch {
		return { kind: 'trouble', trouble: 'offline' };
	}
}

const troubles: Record<string, JoinTrouble> = {
	join_unknown: 'unknown',
	join_revoked: 'revoked',
	too_many_tries: 'tooMany'
};

function known(code: unknown): JoinTrouble {
	return troubles[String(code)] ?? 'failed';
}
