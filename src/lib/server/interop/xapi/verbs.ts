import type { EventKind } from '$lib/domain/event';

const ADL = 'http://adlnet.gov/expapi/verbs/';
const ADL_ACTIVITY = 'http://adlnet.gov/expapi/activities/';

/** The verbs of ADL (cmi5 takes the same), and `earned` of Open Badges. */
export const verbs = {
	registered: { id: `${ADL}registered`, display: { 'en-US': 'registered', 'vi-VN': 'đã tham gia' } },
	initialized: { id: `${ADL}initialized`, display: { 'en-US': 'initialized', 'vi-VN': 'đã mở' } },
	answered: { id: `${ADL}answered`, display: { 'en-US': 'answered', 'vi-VN': 'đã trả lời' } },
	completed: { id: `${ADL}completed`, display: { 'en-US': 'completed', 'vi-VN': 'đã học xong' } },
	earned: {
		id: 'https://openbadgespec.org/xapi/verbs/earned',
		display: { 'en-US': 'earned', 'vi-VN': 'đã nhận' }
	}
} as const;

export const activityTypes = {
	course: `${ADL_ACTIVITY}course`,
	lesson: `${ADL_ACTIVITY}lesson`,
	question: `${ADL_ACTIVITY}question`,
	simulation: `${ADL_ACTIVITY}simulation`,
	profile: `${ADL_ACTIVITY}profile`,
	badge: 'http://activitystrea.ms/schema/1.0/badge'
} as const;

/** Events that become a statement. Every heard card would be thirty statements a lesson that say nothing more. */
export const TOLD_KINDS = [
	'lesson.opened',
	'question.answered',
	'lesson.completed',
	'practice.completed',
	'course.completed'
] as const satisfies readonly EventKind[];
