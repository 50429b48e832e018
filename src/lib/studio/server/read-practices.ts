import * as v from 'valibot';
import { SourcePractice } from '$lib/domain/practice';
import { Fault } from './faults/fault';
import { faultsOf } from './faults/faults-of';
import type { Bundle, Checked } from './bundle';
import type { Read } from './read-content';

/** Reads the practices that belong to a bundle's lessons; each names its lesson and its practice as the lesson does. */
export function readPractices(bundle: Bundle, files: Read[]): Checked<Bundle> {
	const faults: Fault[] = [];
	const practices: SourcePractice[] = [];
	const places = new Map(bundle.places);
	const named = new Map(bundle.lessons.map(({ slug, practice }) => [slug, practice.name]));
	for (const { place, value, fault } of files) {
		const read = fault ? undefined : v.safeParse(SourcePractice, value);
		if (!read?.success) {
			faults.push(...(fault ? [fault] : faultsOf(read?.issues ?? []).map((one) => one.within(place))));
			continue;
		}
		const { lesson, name } = read.output;
		if (named.get(lesson) !== name)
			faults.push(new Fault(place, 'otherPractice', { lesson, name: named.get(lesson) ?? '–' }));
		if (practices.some((other) => other.lesson === lesson))
			faults.push(new Fault(place, 'practiceTwice', { lesson }));
		places.set(read.output, place);
		practices.push(read.output);
	}
	return faults.length > 0
		? { kind: 'faulty', faults }
		: { kind: 'good', value: { ...bundle, practices, places } };
}
