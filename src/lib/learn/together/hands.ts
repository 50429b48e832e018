import type { Hands } from '$lib/domain/together';

/** Hands that are up: whose for which option, and those that were counted without a picture. */
export type Raised = { of: Record<string, number>; more: Record<number, number> };

/** Her hand goes up for this option, comes down from another, or goes down when it was up for this one. */
export function raise({ of, more }: Raised, person: string, option: number): Raised {
	const { [person]: before, ...others } = of;
	return { of: before === option ? others : { ...others, [person]: option }, more };
}

/** How many are up for each option, in the order of the options; never less than none. */
export function countsOf(options: readonly { id: number }[], { of, more }: Raised): Hands['counts'] {
	const up = Object.values(of);
	return options.map(({ id }) => ({
		option: id,
		n: Math.max(0, up.filter((option) => option === id).length + (more[id] ?? 0))
	}));
}
