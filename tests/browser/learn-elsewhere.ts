import { randomBytes } from 'node:crypto';
import type { CatalogCourse } from '../../src/lib/domain/course';
import type { Happening } from '../../src/lib/domain/event';
import type { Card } from './trainer';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const newId = () => [...randomBytes(26)].map((byte) => CROCKFORD[byte % 32]).join('');

/** She has learned this course on another phone, which has delivered it: the journey begins after that.
 * @param and what happened there besides */
export async function learnElsewhere(
	origin: string,
	card: Card,
	course: CatalogCourse,
	and: Happening[] = []
): Promise<void> {
	const device = newId();
	const secret = card.link.split('#')[1];
	const joined = await post(`${origin}/api/join`, { secret, device });
	const cookie = joined.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	const lessons = course.modules.flatMap((module) =>
		module.lessons.flatMap(({ slug: lesson, cards, questions }) => [
			...cards.map((part) => ({ kind: 'card.heard', data: { lesson, card: part } })),
			...questions.map((part) => ({
				kind: 'question.answered',
				data: { lesson, question: part, try: 1, right: true }
			})),
			{ kind: 'lesson.completed', data: { lesson } }
		])
	);
	const happenings = [...lessons, ...and];
	const at = Date.now() - 3600_000;
	const events = happenings.map((what, index) => ({
		...what,
		id: newId(),
		device,
		seq: index + 1,
		at: at + index
	}));
	for (let from = 0; from < events.length; from += 100)
		await post(`${origin}/api/sync`, { device, events: events.slice(from, from + 100) }, cookie);
}

async function post(url: string, body: unknown, cookie = ''): Promise<Response> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body)
	});
	if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
	return response;
}
