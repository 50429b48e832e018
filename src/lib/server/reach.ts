import type { Principal } from './session';

/** What of a group says whose it is. `province` and `commune` are official codes, "" when nobody has said. */
export type Reached = { trainers: string[]; province: string; commune: string };

/**
 * How far a member of staff reaches: a trainer to her own groups; a manager to everything, or, when places were given
 * to her, to the groups in those provinces and communes; everybody else to no group (null).
 */
export type Reach = { trainer: string; places: string[] };

export function reachOf(principal: Principal): Reach | null {
	if (principal.kind !== 'staff') return null;
	if (principal.role === 'trainer') return { trainer: principal.id, places: [] };
	return principal.role === 'manager' ? { trainer: '', places: principal.places } : null;
}

/** A manager of the whole programme: what is everybody's (lessons, systems, kinds of badges) is hers alone. */
export const reachesAll = (principal: Principal): boolean =>
	principal.kind === 'staff' && principal.role === 'manager' && principal.places.length === 0;

/** pb_hooks/lib/reach-sql.js is the same rule. */
export function isInReach({ trainer, places }: Reach, group: Reached): boolean {
	if (trainer) return group.trainers.includes(trainer);
	return places.length === 0 || places.includes(group.province) || places.includes(group.commune);
}

/** As the routes of pb_hooks take it. */
export const reachQuery = ({ trainer, places }: Reach): Record<'trainer' | 'places', string> => ({
	trainer,
	places: JSON.stringify(places)
});
