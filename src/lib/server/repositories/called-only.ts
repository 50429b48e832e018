import { calledBy } from '$lib/domain/called';
import type { TogetherForHer } from '$lib/domain/together';

/** A woman's phone knows the others of her group by the name that they are called by, not by the whole one. */
export function calledOnly({ groups, ...rest }: TogetherForHer): TogetherForHer {
	return {
		...rest,
		groups: groups.map((group) => ({
			...group,
			women: group.women.map(([id, name, picture]) => [id, calledBy(name), picture])
		}))
	};
}
