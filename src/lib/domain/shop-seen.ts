/**
 * What the server says about her stall. open: strangers see it. waiting: pictures or a recording have not come yet.
 * taken_down: a trainer took it down, and says why.
 */
export type SeenState = 'open' | 'waiting' | 'taken_down';

export type ShopSeen = {
	stall: {
		/** Its address is /stall/<slug>. */
		slug: string;
		state: SeenState;
		/** Why it was taken down, in the trainer's words; '' otherwise. */
		reason: string;
		/** Who has looked at it and says that it is so; '' for nobody. */
		checkedBy: string;
	} | null;
	products: Record<string, { state: SeenState; reason: string }>;
	/** The stall of her group, when it has one. */
	group: { slug: string; name: string } | null;
};
