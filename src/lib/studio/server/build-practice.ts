import * as v from 'valibot';
import { Practice, type SourcePractice } from '$lib/domain/practice';
import { isPicture, isText } from './bundle';
import { speakable, type Shelves } from './build-lesson';

/** The published form of a practice: every text with its clips, every picture by its name.
 * @throws {v.ValiError} when a text is mute: `canBeSaid` was not asked first */
export function buildPractice(source: SourcePractice, course: string, shelves: Shelves): Practice {
	const publish = (value: unknown, key: string): unknown => {
		if (isText(value)) return speakable(value, shelves);
		if (isPicture(key) && typeof value === 'string') return shelves.pictureOf(value);
		if (Array.isArray(value)) return value.map((inner) => publish(inner, key));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, publish(inner, name)]));
	};
	return v.parse(Practice, { format: 1, course, ...(publish(source, '') as object) });
}
