/** The pictures that a card may have; the console names each by `notices.scene.<name>`. */
export const CARD_SCENES = [
	'warning',
	'trick',
	'stranger',
	'storm',
	'news',
	'meeting',
	'truck',
	'market',
	'money',
	'women'
] as const;
export type CardScene = (typeof CARD_SCENES)[number];
