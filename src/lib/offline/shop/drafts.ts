import { db } from '../database';
import { makeRoom } from '../outbox/make-room';
import type { DraftRow } from '../rows';
import { orTrouble, type Trouble } from '../trouble';

/** Keeps what she has begun, so that a call, a tab or a battery that ends takes nothing from her. */
export async function keepDraft(
	draft: Omit<DraftRow, 'changedAtMs'>,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Trouble> {
	const keep = () =>
		orTrouble(async () => {
			await db.drafts.put({ ...draft, changedAtMs: now() });
			return { kind: 'kept' as const };
		});
	const kept = await keep();
	if (kept.kind !== 'trouble' || kept.code !== 'full') return kept;
	return (await makeRoom()) > 0 ? keep() : kept;
}

export const loadDraft = (profile: string, product: string): Promise<DraftRow | undefined> =>
	db.drafts.get([profile, product]);

/** What she has begun, the newest first. */
export async function listDrafts(profile: string): Promise<DraftRow[]> {
	const drafts = await db.drafts.where({ profile }).toArray();
	return drafts.sort((a, b) => b.changedAtMs - a.changedAtMs);
}

export async function forgetDraft(profile: string, product: string): Promise<void> {
	await db.drafts.delete([profile, product]);
}
