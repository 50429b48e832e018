import type { SourcePractice } from '$lib/domain/practice';
import { Fault } from './faults/fault';

type Part = SourcePractice['parts'][number];

/** Ways that lead nowhere and things that belong nowhere: what the form of a practice cannot see. */
export function faultsOfPractice(practice: SourcePractice, place = practice.lesson): Fault[] {
	return practice.parts.flatMap((part, i) => faultsOfPart(part, `${place}: parts[${i}]`));
}

function faultsOfPart(part: Part, place: string): Fault[] {
	if (part.engine === 'sort') return misplaced(part.items, part.bins, place);
	if (part.engine === 'match') return misplaced(part.items, part.places, place);
	if (part.engine === 'talk') return lost(part.turns, ({ replies }) => replies, place);
	if (part.engine === 'device') return lost(part.screens, ({ spots }) => spots, place);
	if (part.engine === 'compare')
		return part.options.filter(({ good }) => good).length === 1 ? [] : [new Fault(place, 'oneGood')];
	if (part.engine === 'build')
		return part.parts.some(({ good }) => good) ? [] : [new Fault(place, 'nothingGoesIn')];
	if (part.engine !== 'bank') return [];
	return part.steps.flatMap((step) =>
		step.kind === 'choose' && !step.replies.some(({ to }) => to) ? [new Fault(place, 'noReplyGoesOn')] : []
	);
}

function misplaced(items: { to: string }[], places: { id: string }[], place: string): Fault[] {
	const known = new Set(places.map(({ id }) => id));
	return items.flatMap(({ to }) => (known.has(to) ? [] : [new Fault(place, 'noPlace', { to })]));
}

/** Every way leads to a place that is there, and from every place there is a way to the end. */
function lost<N extends { id: string }>(
	nodes: N[],
	waysOf: (node: N) => { to?: string }[],
	place: string
): Fault[] {
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
		waysOf(node).flatMap(({ to }) =>
			!to || to === 'end' || ids.has(to) ? [] : [new Fault(place, 'leadsNowhere', { to })]
		)
	);
	return [
		...nowhere,
		...nodes.filter(({ id }) => !ends.has(id)).map(({ id }) => new Fault(place, 'neverEnds', { id }))
	];
}
