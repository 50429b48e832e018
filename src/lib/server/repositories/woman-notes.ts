import { pbCall } from '../pocketbase';

/** What a member of staff has noted about a woman, for those who look after her. Times are ms since 1970. */
export type WomanNote = {
	id: string;
	/** Id of who wrote it; `by` is the name, '' when nobody has it any more. */
	author: string;
	by: string;
	text: string;
	/** Goes up with each change: who changes an older one is told. */
	version: number;
	writtenAtMs: number;
	changedAtMs: number;
};

/** All notes about a woman, the newest first. */
export async function notesOf(learner: string): Promise<WomanNote[]> {
	return (await pbCall<{ notes: WomanNote[] }>('GET', `/api/banmay/learners/${learner}/notes`)).notes;
}

/**
 * Writes a note (`expected` 0) or changes the version that was looked at.
 * @returns `same` when it had arrived before, `stale` when it was changed meanwhile, `gone` when there is none of hers
 */
export async function keepNote(
	learner: string,
	note: { id: string; author: string; text: string; expected: number }
): Promise<'kept' | 'same' | 'stale' | 'gone'> {
	const path = `/api/banmay/learners/${learner}/notes`;
	const { outcome } = await pbCall<{ outcome: 'kept' | 'same' | 'stale' | 'gone' }>('POST', path, note);
	return outcome;
}

/** Deletes a note of this author's. @returns whether there was one */
export async function deleteNote(learner: string, note: { id: string; author: string }): Promise<boolean> {
	const path = `/api/banmay/learners/${learner}/notes/delete`;
	return (await pbCall<{ deleted: number }>('POST', path, note)).deleted > 0;
}
