import type { Need } from '$lib/domain/needs';
import type { ListedGroup } from './listed-group';

export type NamedGroup = { id: string; name: string };

/** A woman who needs somebody: who she is, where, why. */
export type WomanInNeed = {
	id: string;
	name: string;
	picture: string;
	group: NamedGroup;
	needs: [Need, ...Need[]];
};

/** The first page, over all groups that a member of staff looks after. */
export type HomeView = {
	/** The most urgent of them; `needing` counts all. */
	inNeed: WomanInNeed[];
	needing: number;
	groups: ListedGroup[];
};
