import { pocketbase } from '../pocketbase';

export type AuditedAct =
	| 'staff.signed-in'
	| 'group.created'
	| 'learner.added'
	| 'card.issued'
	| 'card.revoked'
	| 'badge.revoked'
	| 'badge.defined'
	| 'badge.withdrawn'
	| 'badge.keys-replaced'
	| 'phones.revoked'
	| 'code.reset'
	| 'target.changed'
	| 'token.made'
	| 'token.revoked'
	| 'file.downloaded'
	| 'device.joined'
	| 'notice.sent'
	| 'notice.changed'
	| 'notice.withdrawn';

/** Writes down who did what to whom. `who` and `about` are ids, never names or secrets. */
export async function noteAct(who: string, what: AuditedAct, about: string, now = Date.now()): Promise<void> {
	await (await pocketbase()).collection('audit').create({ at: now, who, what, about });
}
