import type { Sort } from '$lib/domain/introduction';
import type { Reason } from '$lib/domain/match';
import type { PartnerKind } from '$lib/domain/partner-kinds';

/** A suggestion as a page shows it: who, whom, and why. */
export type ListedMatch = {
	partner: { id: string; name: string; kind: PartnerKind };
	sort: Sort;
	about: string;
	group: { id: string; name: string };
	/** The one woman who makes it, or null: the group. */
	woman: { id: string; name: string } | null;
	reasons: Reason[];
};
