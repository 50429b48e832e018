import type { Bundle } from './files-of-course';

export type OnPhone = {
	/** What the whole download weighs. A picture that two lessons share counts in both. */
	bytesTotal: number;
	bytesHere: number;
	/** Lessons that can be heard to their end without a connection. */
	lessonsHere: number;
	lessonsTotal: number;
};

/** How much of the bundles is here, given the names of the media that are. */
export function countHere(bundles: Bundle[], here: Set<string>): OnPhone {
	const sum: OnPhone = { bytesTotal: 0, bytesHere: 0, lessonsHere: 0, lessonsTotal: 0 };
	for (const { bytes, lesson, media } of bundles) {
		const found = media?.filter((name) => here.has(name)).length ?? 0;
		const isWhole = media !== null && found === media.length;
		sum.bytesTotal += bytes;
		sum.bytesHere +=
			media && media.length > 0 ? Math.round((bytes * found) / media.length) : isWhole ? bytes : 0;
		if (!lesson) continue;
		sum.lessonsTotal += 1;
		if (isWhole) sum.lessonsHere += 1;
	}
	return sum;
}
