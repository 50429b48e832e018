/**
 * Which way of a place comes soonest to the end (the first of equals; those that are baits last).
 * @returns its number; undefined at the end, or where no way ends
 */
export function wayToEnd<N extends { id: string }>(
	nodes: readonly N[],
	from: string,
	waysOf: (node: N) => readonly { to?: string; trick?: string }[]
): number | undefined {
	const far = new Map<string, number>([['end', 0]]);
	for (let round = 0; round <= nodes.length; round++)
		for (const node of nodes)
			for (const { to, trick } of waysOf(node)) {
				const rest = to === undefined || trick ? undefined : far.get(to);
				if (rest !== undefined && rest + 1 < (far.get(node.id) ?? Infinity)) far.set(node.id, rest + 1);
			}
	const node = nodes.find(({ id }) => id === from);
	if (!node) return undefined;
	const ways = waysOf(node).map(({ to, trick }) =>
		to === undefined || trick ? Infinity : (far.get(to) ?? Infinity)
	);
	const best = Math.min(...ways);
	return best === Infinity ? undefined : ways.indexOf(best);
}
