import { PERSON_PICTURES } from '$lib/domain/people';

/**
 * Pictures for new women, as distinct as can be: first those that nobody in the group has, then those that the fewest
 * have.
 * @param taken the pictures of the women in the group
 */
export function assignPictures(count: number, taken: readonly string[]): string[] {
	const uses = new Map<string, number>(PERSON_PICTURES.map((picture) => [picture, 0]));
	for (const picture of taken) if (uses.has(picture)) uses.set(picture, uses.get(picture)! + 1);
	return Array.from({ length: count }, () => {
		const [picture, used] = [...uses].reduce((least, next) => (next[1] < least[1] ? next : least));
		uses.set(picture, used + 1);
		return picture;
	});
}
