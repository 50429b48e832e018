/** A group in the trainer's list. */
export type ListedGroup = {
	id: string;
	name: string;
	place: string;
	women: number;
	/** Who reported in the past week. */
	active: number;
	/** Who needs somebody, for whatever reason (domain/needs.ts). */
	needing: number;
	lastSeenAtMs: number | null;
};
