import type { Need } from '$lib/domain/needs';
import { scamOf } from '$lib/domain/scam-lesson';
import { dateOf, dayAgo } from '../ago';
import { sizeOf } from '../size-of';
import { trickName } from '../trick-name';
import type { Words } from '../words';
import type { LessonWords } from './lesson-words';

/** A need in words: what it is, and where and since when. */
export function sayNeed(
	need: Need,
	{ words, lessons, nowMs }: { words: Words; lessons: LessonWords; nowMs: number }
): { what: string; since: string } {
	const since = dayAgo(need.sinceMs, nowMs, words);
	const date = dateOf(need.sinceMs, words);
	switch (need.kind) {
		case 'stuck': {
			const { lesson, question, wrong } = need;
			const where = words.t('need.stuckOn', { lesson: lessons.title(lesson), question });
			const asked = lessons.asked(lesson, question)?.ask;
			const how = words.count('need.stuck', wrong, { since });
			return asked ? { what: asked, since: `${where} · ${how}` } : { what: where, since: how };
		}
		case 'fell':
			if (scamOf(need.lesson))
				return {
					what: words.t('need.fell', { trick: lessons.title(need.lesson) }),
					since: words.t('need.fellIn', { lesson: words.t('scams.title'), since })
				};
			return {
				what: words.t('need.fell', { trick: trickName(need.trick, words) }),
				since: words.t('need.fellIn', { lesson: lessons.title(need.lesson), since })
			};
		case 'lost':
			return { what: words.t('need.lost'), since: words.t('need.lostSince', { since }) };
		case 'quiet':
			return {
				what: words.count('need.quiet', need.days),
				since: words.t('need.quietSince', { date })
			};
		case 'due':
			return {
				what: words.t('need.due', { title: need.title }),
				since: words.t(need.dueMs < nowMs ? 'need.dueOver' : 'need.dueOn', { date })
			};
		case 'clips':
			return {
				what: words.count('need.clips', need.clips),
				since: words.t('need.clipsIn', { lesson: lessons.title(need.lesson), since })
			};
		case 'full':
			return {
				what: words.t('need.full', { size: sizeOf(need.freeBytes, words.language) }),
				since: words.t('need.fullSince', { since })
			};
		case 'unjoined':
			return {
				what: words.count('need.unjoined', need.days),
				since: words.t('need.unjoinedSince', { date })
			};
	}
}

/** What helps with a need, in words and, where a page helps, with a link to it. */
export function sayToDo(
	need: Need,
	{ words, lessons, woman }: { words: Words; lessons: LessonWords; woman: string }
): { text: string; link?: { href: string; text: string } } {
	const [first] = need.toDo;
	if (need.kind === 'stuck') {
		const asked = lessons.asked(need.lesson, need.question);
		const link = { href: `/lessons/${need.lesson}`, text: words.t('do.openLesson') };
		return asked?.says
			? { text: words.t('do.listen', { card: asked.card, says: asked.says }), link }
			: { text: words.t('do.practise'), link };
	}
	if (need.kind === 'fell')
		return {
			text: words.t('do.practise'),
			link: { href: practiceOf(need.lesson), text: words.t('do.openPractice') }
		};
	if (first === 'giveCard')
		return {
			text: words.t('do.giveCard'),
			link: { href: `/trainer/women/${woman}#card`, text: words.t('do.openCard') }
		};
	return { text: first ? words.t(`do.${first}`) : '' };
}

/** Where a trainer finds it: a lesson's as a woman does, a trick of the week on its own page. */
function practiceOf(lesson: string): string {
	const scam = scamOf(lesson);
	return scam ? `/trainer/scams/${scam}` : `/practice/${lesson}`;
}
