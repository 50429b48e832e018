import type { SourcePractice } from '$lib/domain/practice';

type Part = SourcePractice['parts'][number];

/** Ways that lead nowhere and things that belong nowhere: what the form of a practice cannot see. */
export function faultsOfPractice(practice: SourcePractice, place = practice.lesson): string[] {
	return practice.parts.flatMap((part, i) =>
		faultsOfPart(part).map((fault) => `${place}: parts[${i}]: ${fault}`)
	);
}

function faultsOfPart(part: Part): string[] {
	if (part.engine === 'sort') return misplaced(part.items, part.bins);
	if (part.engine === 'match') return misplaced(part.items, part.places);
	if (part.engine === 'talk') return lost(part.turns, ({ replies }) => replies);
	if (part.engine === 'device') return lost(part.screens, ({ spots }) => spots);
	if (part.engine === 'compare')
		return part.options.filter(({ good }) => good).length === 1 ? [] : ['needs exactly one good option'];
	if (part.engine === 'build') return part.parts.some(({ good }) => good) ? [] : ['nothing goes in'];
	if (part.engine !== 'bank') return [];
	return part.steps.flatMap((step) =>
		step.kind === 'choose' && !step.replies.some(({ to }) => to) ? ['no reply goes on'] : []
	);
}

function misplaced(items: { to: string }[], places: { id: string }[]): string[] {
	const known = new Set(places.map(({ id }) => id));
	return items.flatMap(({ to }) => (known.has(to) ? [] : [`there is no place "${to}"`]));
}

/** Every way leads to a place that is there, and from every place there is a way to the end. */
function lost<N extends { id: string }>(nodes: N[], waysOf: (node: N) => { to?: string }[]): string[] {
	const ids = new Set(nodes.map(({ id }) => id));
	const ends = new Set(['end']);
	for (let found = true; found;) {
		found = false;
		for (const node of nodes)
			if (!ends.has(node.id) && waysOf(node).some(({ to }) => to && ends.has(to))) {
				ends.add(node.id);
				found = true;
			}
	}
	const nowhere = nodes.flatMap((node) =>
		waysOf(node).flatMap(({ to }) => (!to || to === 'end' || ids.has(to) ? [] : [`there is no "${to}"`]))
	);
	return [...nowhere, ...nodes.filter(({ id }) => !ends.has(id)).map(({ id }) => `"${id}" never ends`)];
}
