/** Something that is said about a product or stall, and who says so. */
export type Claim = { what: string; text: string; says: string; href?: string };
/** A photograph in two sizes, by the names of its files in media; width and height are the small one's. */
export type Picture = { small: string; large: string; width: number; height: number };

export type ProductOnPage = {
	id: string;
	/** Address of the page on which it stands first. */
	href: string;
	name: string;
	/** Her voice saying its name; '' where there is none. */
	nameClip: string;
	price: number;
	priceText: string;
	unit: string;
	stock: string;
	inStock: boolean;
	ways: string[];
	photos: Picture[];
	/** Name of a drawing where there is no photograph. */
	drawing: string;
	story: { clip: string; seconds: number; who: string } | null;
	claims: Claim[];
	/** In a group's stall: who made it, as she says it herself. */
	maker: string;
};

export type StallOnPage = {
	slug: string;
	name: string;
	place: string;
	isGroup: boolean;
	picture: Picture | null;
	story: { clip: string; seconds: number } | null;
	/** '' unless she has agreed that everybody may see it. */
	phone: string;
	claims: Claim[];
	first: ProductOnPage | null;
	others: ProductOnPage[];
};
