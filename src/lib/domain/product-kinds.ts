// The words and pictures that products are made of. Each kind, unit, way and material is a message
// (`sell.kind.<name>` …) with a clip, and each kind and material a picture (src/lib/market/stall/pictures).

/** What women of the programme sell; the picture that names a product where nobody writes. */
export const PRODUCT_KINDS = [
	'brocade',
	'bag',
	'indigo',
	'basket',
	'honey',
	'tea',
	'cardamom',
	'cinnamon',
	'pepper',
	'mushroom',
	'plum',
	'vegetables',
	'rice',
	'noodles',
	'chicken',
	'homestay'
] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export const UNITS = ['piece', 'kilo', 'bag', 'bottle', 'box', 'set', 'metre', 'night'] as const;
export type Unit = (typeof UNITS)[number];

/** here: who buys comes. bring: she brings it to the market. bus: by the coach. post: by post, paid at the door or before. */
export const DELIVERIES = ['here', 'bring', 'bus', 'post'] as const;
export type DeliveryKind = (typeof DELIVERIES)[number];

export const MATERIALS = [
	'cotton',
	'hemp',
	'silk',
	'indigo',
	'bamboo',
	'wax',
	'wood',
	'flowers',
	'leaves',
	'fruit',
	'grain',
	'forest'
] as const;
export type Material = (typeof MATERIALS)[number];

export const OCOP_STARS = [0, 3, 4, 5] as const;
export type OcopStars = (typeof OCOP_STARS)[number];
