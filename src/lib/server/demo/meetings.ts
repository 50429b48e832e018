import type { CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import { keepMeetings, type ToldGathering } from '../repositories/meetings';
import { between, ulidAt, type Random } from './random';

const DAY_MS = 86_400_000;
/** Of the women of a group, so many come to a meeting. */
const COMES = 0.8;

/** What a group did around its trainer's phone: a lesson heard and talked about, and a meeting with a note. */
export async function meet(
	{ group, women, by }: { group: string; women: string[]; by: string },
	courses: CatalogCourse[],
	nowMs: number,
	random: Random
): Promise<void> {
	const lesson = courses.flatMap(lessonsOf)[1];
	if (!lesson) return;
	const told = (days: number, kind: (present: string[]) => Pick<ToldGathering, 'kind' | 'data'>) => {
		const at = nowMs - days * DAY_MS;
		const present = women.filter(() => random() < COMES);
		return { id: ulidAt(at, random), at, ...kind(present) } as ToldGathering;
	};
	const [question = 1] = lesson.questions;
	await keepMeetings(by, [
		told(12, (present) => {
			const n = between(random, Math.ceil(present.length / 2), present.length);
			const counts = [
				{ option: 1, n: present.length - n },
				{ option: 2, n }
			];
			const data = { group, lesson: lesson.slug, present, newcomers: [], here: present.length };
			return { kind: 'lesson.heard_together', data: { ...data, hands: [{ question, counts }] } };
		}),
		told(5, (present) => ({
			kind: 'meeting.held',
			data: {
				...{ group, present, newcomers: [], here: present.length },
				note: 'Bàn chuyện gửi chung hàng xuống chợ phiên. Tuần sau gặp lại ở nhà văn hóa.'
			}
		}))
	]);
}
