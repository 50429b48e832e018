import type { InferOutput } from 'valibot';
import { activityTypes, verbs, type TOLD_KINDS } from '../xapi/verbs';
import type { ApiProfile } from './forms';

/** Which verb and object each event becomes; statements.ts makes them, and a test holds the two together. */
export const toldAs: Record<
	(typeof TOLD_KINDS)[number] | 'badge' | 'joined',
	[verb: keyof typeof verbs, object: keyof typeof activityTypes]
> = {
	'lesson.opened': ['initialized', 'lesson'],
	'question.answered': ['answered', 'question'],
	'lesson.completed': ['completed', 'lesson'],
	'practice.completed': ['completed', 'simulation'],
	'course.completed': ['completed', 'course'],
	badge: ['earned', 'badge'],
	joined: ['registered', 'course']
};

export const readProfile = (origin: string): InferOutput<typeof ApiProfile> => ({
	profile: `${origin}/api/v1/xapi`,
	version: '1.0.3',
	statements: Object.entries(toldAs).map(([of, [verb, object]]) => ({
		of,
		verb: verbs[verb].id,
		object: activityTypes[object]
	})),
	extensions: [
		{ id: `${origin}/xapi/try`, says: 'Result: which try at this question in this run of the lesson.' },
		{ id: `${origin}/xapi/client-seq`, says: 'Context: the number that the phone gave the event.' }
	]
});
