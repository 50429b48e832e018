import { pocketbase } from '../pocketbase';

/** Everything that is written down. Each has words: `audit.what.<act>`. New ones at the end. */
export const AUDITED = [
	'staff.signed-in',
	'group.created',
	'learner.added',
	'card.issued',
	'card.revoked',
	'badge.revoked',
	'badge.defined',
	'badge.withdrawn',
	'badge.keys-replaced',
	'phones.revoked',
	'code.reset',
	'target.changed',
	'token.made',
	'token.revoked',
	'file.downloaded',
	'device.joined',
	'notice.sent',
	'notice.changed',
	'notice.withdrawn',
	'staff.sign-in-failed',
	'staff.sign-in-blocked',
	'staff.signed-out',
	'staff.invited',
	'staff.invitation-withdrawn',
	'staff.joined',
	'staff.code-given',
	'staff.password-reset',
	'staff.password-reset-failed',
	'staff.password-changed',
	'staff.renamed',
	'staff.session-ended',
	'learner.changed',
	'content.imported',
	'content.changed',
	'group.pattern-chosen',
	'refused.sent-again',
	'refused.dropped',
	'pilot.changed',
	'group.changed',
	'group.closed',
	'group.reopened',
	'learner.joined-group',
	'learner.moved',
	'learner.left-group',
	'staff.changed',
	'staff.stopped',
	'staff.resumed',
	'voice.answered',
	'voice.passed-on',
	'voice.taken-down',
	'voice.shared'
] as const;
export type AuditedAct = (typeof AUDITED)[number];

/** Writes down who did what to whom. `who` and `about` are ids, never names or secrets. */
export async function noteAct(who: string, what: AuditedAct, about: string, now = Date.now()): Promise<void> {
	await (await pocketbase()).collection('audit').create({ at: now, who, what, about });
}
