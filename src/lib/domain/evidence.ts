/**
 * What a badge may demand beside lessons and their practices: something that she did and that left events. Data, so
 * that a new kind of evidence is a new line: which kinds of events tell of it, and which field of theirs keeps one thing
 * from counting twice (a practice done again is one practice).
 */
export const EVIDENCE = {
	practice: { kinds: ['practice.completed'], of: 'lesson' },
	'stall-opened': { kinds: ['stall.changed'], of: null },
	'product-offered': { kinds: ['product.offered'], of: 'product' },
	'order-recorded': { kinds: ['order.recorded'], of: 'order' }
} as const satisfies Record<string, { kinds: readonly string[]; of: string | null }>;
export type EvidenceKind = keyof typeof EVIDENCE;
export const EVIDENCE_KINDS = Object.keys(EVIDENCE) as EvidenceKind[];

/** So much of it is asked for. */
export type Demand = { kind: EvidenceKind; count: number };
/** How much of each there is; what is missing is none. */
export type Evidence = Readonly<Partial<Record<EvidenceKind, number>>>;

type Told = { kind: string; data: unknown };

/** The kinds of events that tell whether these demands are met. */
export const eventKindsFor = (demands: readonly Demand[]): string[] => [
	...new Set(demands.flatMap(({ kind }) => [...(EVIDENCE[kind]?.kinds ?? [])]))
];

const looked = new Set<string>(EVIDENCE_KINDS.flatMap((kind) => EVIDENCE[kind].kinds));
/** Whether events of this kind may be the last piece of a badge. */
export const isEvidence = (eventKind: string): boolean => looked.has(eventKind);

/** Counts evidence in a set of events, each given once; those of other kinds do no harm. */
export function evidenceIn(events: readonly Told[]): Evidence {
	const counts: Partial<Record<EvidenceKind, number>> = {};
	for (const kind of EVIDENCE_KINDS) {
		const { kinds, of } = EVIDENCE[kind];
		const told = events.filter((event) => (kinds as readonly string[]).includes(event.kind));
		counts[kind] = of === null ? told.length : new Set(told.map(({ data }) => fieldOf(data, of))).size;
	}
	return counts;
}

const fieldOf = (data: unknown, field: string): unknown =>
	typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[field] : undefined;

/** Demands that are not met. One that this version does not know is not met: nobody can say that it is. */
export const missingEvidence = (demands: readonly Demand[], evidence: Evidence): Demand[] =>
	demands.filter(({ kind, count }) => (evidence[kind] ?? 0) < count);
