import type { Offer } from '$lib/domain/product';

/** A picture for strangers, in two sizes, by the names of its copies in media. `of`: the blob that it was made from. */
export type ShownPicture = { of: string; small: string; large: string; width: number; height: number };
/** A recording for strangers. */
export type ShownVoice = { of: string; clip: string; ms: number };

export type ShownStall = {
	picture: ShownPicture | null;
	story: ShownVoice | null;
	/** Her number, from when she agreed until she hides it; '' otherwise. */
	phone: string;
	/** Ids of those of her badges that she shows. */
	badges: string[];
};
export type ShownProduct = { photos: ShownPicture[]; story: ShownVoice | null; voice: ShownVoice | null };

/** Who looked at it and says that it is so; who took it down and why. */
export type Looked = { checkedBy: string; checkedAtMs: number; downAtMs: number; downReason: string };

export type StallRow = Looked & {
	id: string;
	slug: string;
	ownerKind: 'learner' | 'group';
	owner: string;
	name: string;
	place: string;
	shown: ShownStall;
	/** Pictures and recordings that have not come yet. */
	waits: number;
	openedAtMs: number;
	changedAtMs: number;
};

/** What is kept of an offer at the server; her costs stay with her events. */
export type ProductBody = Omit<Offer, 'product' | 'costs' | 'price' | 'unit' | 'stock'>;
export type ProductRow = Looked & {
	id: string;
	product: string;
	learner: string;
	/** The name of who offers it, as her group knows her. */
	maker: string;
	name: string;
	writtenName: string;
	price: number;
	unit: Offer['unit'];
	stock: number;
	withdrawn: boolean;
	group: string;
	body: ProductBody;
	shown: ShownProduct;
	waits: number;
	offeredAtMs: number;
	changedAtMs: number;
};
export type StallWithProducts = { stall: StallRow; products: ProductRow[] };

/** Whether strangers are shown a product at all; what waits for a picture is shown with what has come. */
export const isOnShow = (product: Pick<ProductRow, 'withdrawn' | 'downAtMs'>): boolean =>
	!product.withdrawn && product.downAtMs === 0;
