/** People are called by picture and name. Each stands at /pictures/person/<name>.svg and is spoken by the
 * message `person.<name>`. */
export const PERSON_PICTURES = [
	'sunflower',
	'fish',
	'corn',
	'butterfly',
	'hibiscus',
	'chestnut',
	'cherry-blossom',
	'rooster',
	'buffalo',
	'bee',
	'star',
	'mushroom',
	'rice',
	'pumpkin',
	'bird',
	'turtle',
	'peach',
	'tree',
	'cat',
	'banana'
] as const;
export type PersonPicture = (typeof PERSON_PICTURES)[number];

/** A picture code is three of these nine, in order (/pictures/code/<name>.svg, message `code.<name>`). */
export const CODE_PICTURES = [
	'sun',
	'moon',
	'house',
	'chicken',
	'flower',
	'rain',
	'bowl',
	'dog',
	'star'
] as const;
export type CodePicture = (typeof CODE_PICTURES)[number];
/** What she tapped, in order. */
export type Code = [CodePicture, CodePicture, CodePicture];
