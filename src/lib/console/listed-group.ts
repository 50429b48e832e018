/** A group in the trainer's list. */
export type ListedGroup = {
	id: string;
	name: string;
	place: string;
	women: number;
	/** Who reported in the past week. */
	active: number;
	/** Who is stuck or has been quiet for too long. */
	needing: number;
	lastSeenAtMs: number | null;
};

/** The groups that need her, the most needing first. */
export function groupsInNeed(groups: readonly ListedGroup[]): ListedGroup[] {
	return groups.filter((group) => group.needing > 0).sort((a, b) => b.needing - a.needing);
}
