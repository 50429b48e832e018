import { AUDITED, type AuditedAct } from '$lib/server/repositories/audit';

/** What a manager looks for: acts of one kind together. The first that fits counts; `other` takes the rest. */
const KINDS = {
	entry: /^staff\.(sign|session|password|code)/,
	staff: /^staff\./,
	phones: /^(card|phones|device|code)\./,
	women: /^(learner|woman|membership|import|note)\./,
	groups: /^(group|meeting)\./,
	notices: /^(notice|voice|scam)\./,
	badges: /^badge\./,
	content: /^content\./,
	files: /^(file|target|token|refused)\./,
	partners: /^(partner|introduction)\./,
	other: /./
} as const satisfies Record<string, RegExp>;
export type AuditKind = keyof typeof KINDS;
export const AUDIT_KINDS = Object.keys(KINDS) as AuditKind[];

export const isAuditKind = (kind: string): kind is AuditKind => Object.hasOwn(KINDS, kind);

export const kindOfAct = (act: string): AuditKind =>
	AUDIT_KINDS.find((kind) => KINDS[kind].test(act)) ?? 'other';

export const actsOf = (kind: AuditKind): AuditedAct[] => AUDITED.filter((act) => kindOfAct(act) === kind);
