import { describe, expect, test } from 'vitest';
import { NEED_RULES, type Need } from '$lib/domain/needs';
import { Words } from '../words';
import { lessonWords } from './lesson-words';
import { newsOf } from './news';
import { sayNeed, sayToDo } from './say-need';

const NOW = Date.parse('2026-11-24T12:00:00+07:00');
const DAY = 86_400_000;
const words = new Words('vi');
const lessons = lessonWords(
	[{ slug: 'phone', title: 'Điện thoại', lessons: [{ slug: 'otp', title: 'Mã OTP', questions: 2 }] }],
	{ otp: { 2: { ask: 'Ai hỏi mã OTP?', card: 4, says: 'Mã OTP là chìa khóa.' } } }
);
const toDo = [] as const;
const stuck: Need = {
	...{ kind: 'stuck', lesson: 'otp', question: 2, wrong: 3 },
	...{ sinceMs: NOW - DAY, lastAtMs: NOW, toDo: NEED_RULES.stuck.toDo }
};
const needs: Need[] = [
	stuck,
	{ ...stuck, lesson: 'gone', question: 9 },
	{ kind: 'fell', lesson: 'otp', trick: 'told-otp', sinceMs: NOW, toDo: NEED_RULES.fell.toDo },
	{ kind: 'lost', sinceMs: NOW - 3 * DAY, toDo: NEED_RULES.lost.toDo },
	{ kind: 'quiet', days: 16, sinceMs: NOW - 16 * DAY, toDo: NEED_RULES.quiet.toDo },
	{ kind: 'clips', lesson: 'otp', clips: 5, sinceMs: NOW, toDo: NEED_RULES.clips.toDo },
	{ kind: 'full', freeBytes: 9_000_000, sinceMs: NOW, toDo: NEED_RULES.full.toDo },
	{ kind: 'unjoined', days: 8, sinceMs: NOW - 8 * DAY, toDo: NEED_RULES.unjoined.toDo }
];

describe('a need, said', () => {
	test('of a question: its own words, where, how often, since when, and the card that helps', () => {
		expect(sayNeed(stuck, { words, lessons, nowMs: NOW })).toEqual({
			what: 'Ai hỏi mã OTP?',
			since: 'Mã OTP, câu 2 · Sai 3 lần, từ hôm qua'
		});
		expect(sayToDo(stuck, { words, lessons, woman: 'w' })).toEqual({
			text: 'Cùng nghe lại thẻ 4: “Mã OTP là chìa khóa.”',
			link: { href: '/lessons/otp', text: 'Mở bài' }
		});
	});

	test('of a question that is no longer asked: the lesson and its number', () => {
		const { what, since } = sayNeed({ ...stuck, lesson: 'gone' }, { words, lessons, nowMs: NOW });
		expect([what, since]).toEqual(['gone, câu 2', 'Sai 3 lần, từ hôm qua']);
	});

	test.each(['vi', 'en'] as const)(
		'of every kind has words for what, since when and what to do: %s',
		(language) => {
			const own = new Words(language);
			for (const need of needs) {
				const { what, since } = sayNeed(need, { words: own, lessons, nowMs: NOW });
				const { text } = sayToDo(need, { words: own, lessons, woman: 'w' });
				for (const said of [what, since, text]) {
					expect(said, need.kind).toMatch(/\p{L}/u);
					// Nothing is left open, and no key is shown in the place of words.
					expect(said, need.kind).not.toMatch(/[{}]|undefined|^(need|do)\./);
				}
			}
		}
	);

	test('says the same of each thing that helps as its rule names first', () => {
		const quiet = needs.find(({ kind }) => kind === 'quiet') as Need;
		expect(sayToDo({ ...quiet, toDo: ['download'] }, { words, lessons, woman: 'w' }).text).toBe(
			words.t('do.download')
		);
		expect(sayToDo({ ...quiet, toDo }, { words, lessons, woman: 'w' }).text).toBe('');
	});
});

describe('what is new, for who hears it', () => {
	const nga = { woman: { id: 'n', name: 'Nga' }, needs: [stuck] };
	const sua = { woman: { id: 's', name: 'Sua' }, needs: [needs[4] as Need] };
	test.each([
		{ says: 'nobody new', before: [nga], now: [nga], news: '' },
		{
			says: 'one more wrong answer is no news',
			before: [nga],
			now: [{ ...nga, needs: [{ ...stuck, wrong: 4 }] }],
			news: ''
		},
		{ says: 'who got it right', before: [nga, sua], now: [sua], news: '' },
		{ says: 'a woman more', before: [nga], now: [nga, sua], news: 'Vừa có thêm: Sua' },
		{
			says: 'another reason',
			before: [nga],
			now: [{ ...nga, needs: [stuck, needs[6] as Need] }],
			news: 'Vừa có thêm: Nga'
		}
	])('$says', ({ before, now, news }) => expect(newsOf(before, now, words)).toBe(news));
});
