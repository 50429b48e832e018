import { randomInt } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Event, Happening } from '$lib/domain/event';
import { FOLLOWUP_ANSWERS, FOLLOWUP_QUESTIONS } from '$lib/domain/followup';
import { FIGURE_NAMES, SECTIONS, type Figure } from '$lib/domain/report/figures';
import { spanOfDays } from '$lib/server/interop/month';
import { pocketbase } from '$lib/server/pocketbase';
import { reachOf, type Reach } from '$lib/server/reach';
import { createGroup } from '$lib/server/repositories/groups';
import { addLearners } from '$lib/server/repositories/learners';
import { countedRows } from '$lib/server/repositories/report-figures';
import { makeToken } from '$lib/server/interop/api/tokens';
import { Browser } from './browser';
import { naiveReport, type Life, type Stay, type Told } from './naive-report';
import { asStaff, newStaff, newVillage, signedIn, type Village } from './people';
import { completed, heard, newId, Phone } from './phone';
import { named, offered } from './stall';

const DAY_MS = 86_400_000;
const COURSES = ['dien-thoai', 'an-toan'] as const;
const LESSONS = ['nut-va-man-hinh', 'ma-pin-otp'] as const;
const TRIED_BELOW: readonly Figure[] = ['stalls', 'met', 'matched', 'mentored', ...SECTIONS.introductions];
const reachFor = (village: Village): Reach =>
	reachOf(asStaff(village.trainer)) ?? { trainer: 'x', places: [] };
const inOrder = (rows: readonly unknown[] = []) =>
	[...new Set(rows.map((row) => JSON.stringify(row)))].sort();

describe('each figure', () => {
	let seed = 11;
	const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
	const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;

	let village: Village;
	let lives: Life[];

	/** What dice seldom make whole: a course with both its checks, and all that is asked after it. */
	function whole(now: number, n: number): Told[] {
		const course = COURSES[n % 2]!;
		const at = (daysAgo: number, minute: number) => now - (daysAgo - n) * DAY_MS - minute * 60_000 - 7;
		const check = (time: 'before' | 'after', question: number): Happening => ({
			kind: 'check.answered',
			data: { course, time, question, right: random(2) === 0 }
		});
		const answers = { 'sells-online': 'yes', 'refused-trick': 'yes', 'paid-by-phone': 'yes' } as const;
		const said = { ...answers, 'outside-buyers': 'yes', 'who-does-it': 'herself' } as const;
		return [
			...[2, 3, 4].map((question) => ({ atMs: at(150, question), ...check('before', question) })),
			...[5, 6, 7].map((question) => ({ atMs: at(140, question), ...check('after', question) })),
			{ atMs: at(141, 1), kind: 'course.completed' as const, data: { course } },
			...([30, 90] as const).flatMap((days) =>
				FOLLOWUP_QUESTIONS.map((question, minute) => ({
					atMs: at(139 - days, minute),
					kind: 'followup.answered' as const,
					data: { course, days, question, answer: said[question] }
				}))
			)
		];
	}

	/** What a woman may tell, all kinds of it. */
	function happening(products: string[], orders: string[]): Happening {
		const question = pick(FOLLOWUP_QUESTIONS);
		const kinds: (() => Happening)[] = [
			() => heard(1 + random(3), pick(LESSONS)),
			() => ({ kind: 'course.completed', data: { course: pick(COURSES) } }),
			() => completed(pick(LESSONS)),
			() => ({ kind: 'review.answered', data: { lesson: pick(LESSONS), question: 1 + random(2), right: random(2) === 0 } }), // prettier-ignore
			() => ({ kind: 'review.answered', data: { lesson: pick(LESSONS), question: 1 + random(2), right: random(2) === 0 } }), // prettier-ignore
			() => ({ kind: 'check.answered', data: { course: pick(COURSES), time: 'before', question: 1 + random(4), right: random(2) === 0 } }), // prettier-ignore
			() => ({ kind: 'check.answered', data: { course: pick(COURSES), time: 'after', question: pick([1, 5, 6, 7]), right: random(2) === 0 } }), // prettier-ignore
			() => ({ kind: 'followup.answered', data: { course: pick(COURSES), days: pick([30, 90] as const), question, answer: pick(FOLLOWUP_ANSWERS[question]) } }), // prettier-ignore
			() => ({ kind: 'practice.completed', data: { lesson: pick(LESSONS), practice: 'toy-phone', outcome: { steps: 5, wrong: random(2), fell: [] } } }), // prettier-ignore
			() => offered({ product: pick(products) }),
			() => ({ kind: 'product.withdrawn', data: { product: pick(products) } }),
			() => ({ kind: 'product.returned', data: { product: pick(products) } }),
			() => ({
				kind: 'order.recorded',
				data: { order: pick(orders), product: null, step: 'paid', agreed: 1 }
			})
		];
		return pick(kinds)();
	}

	beforeAll(async () => {
		village = await newVillage(8);
		const other = await createGroup(
			{ name: `Nhóm thứ hai ${randomInt(1e9)}`, place: 'Xuân Dương', trainers: [village.trainer.id] },
			village.trainer.id
		);
		const pb = await pocketbase();
		const now = Date.now();
		lives = [];
		for (const [n, woman] of village.women.entries()) {
			// Some came within the time, some moved at noon, one is in both, one was in and out at once.
			const [one] = await pb.collection('memberships').getFullList({ filter: `learner = '${woman.id}'` });
			const moves = now - (40 + n * 17) * DAY_MS - 5 * 3_600_000;
			const stays: Stay[] = [
				{ group: village.group.id, fromMs: now - (20 + n * 40) * DAY_MS, untilMs: n % 2 ? moves : 0 }
			];
			if (n % 2 && stays[0]!.fromMs > moves) stays[0]!.untilMs = stays[0]!.fromMs;
			if (n % 2 || n === 4)
				stays.push({ group: other.id, fromMs: moves, untilMs: n === 5 ? moves + 9 * DAY_MS : 0 });
			await pb
				.collection('memberships')
				.update(one!.id, { fromMs: stays[0]!.fromMs, untilMs: stays[0]!.untilMs });
			for (const { group, fromMs, untilMs } of stays.slice(1))
				await pb.collection('memberships').create({ group, learner: woman.id, fromMs, untilMs });

			const products = [newId(), newId()];
			const orders = [newId(), newId(), newId()];
			const told: Told[] = Array.from({ length: 90 }, (_, at) => ({
				atMs: now - random(240) * DAY_MS - random(DAY_MS / 100) * 100 - at - 1,
				...happening(products, orders)
			}));
			told.push(...whole(now, n));
			told.sort((a, b) => a.atMs - b.atMs);
			const phone = await new Phone().join(woman);
			const events = told.map(({ atMs, ...what }) => ({ ...phone.events(what)[0], at: atMs }) as Event);
			await phone.sync(events.slice(30, 50));
			await phone.sync(events.toReversed());
			const badgesAtMs = n < 3 ? [now - (10 + n * 30) * DAY_MS] : [];
			for (const issuedAtMs of badgesAtMs)
				await pb.collection('badges').create({ id: newId(), learner: woman.id, course: COURSES[0], earnedAtMs: issuedAtMs, issuedAtMs }); // prettier-ignore
			const lessonsDone = new Map<string, number>();
			for (const one of told)
				if (one.kind === 'lesson.completed' && !lessonsDone.has(one.data.lesson))
					lessonsDone.set(one.data.lesson, one.atMs);
			lives.push({ id: woman.id, stays, told, badgesAtMs, lessonsDone });
		}
	}, 60_000);

	const daysAgo = (n: number) => new Date(Date.now() + 7 * 3_600_000 - n * DAY_MS).toISOString().slice(0, 10);
	test.each([
		[0, 0],
		[29, 0],
		[60, 31],
		[120, 40],
		[45, 45],
		[239, 100],
		[400, 0]
	])('from %i to %i days ago is what its words mean, event by event', async (from, to) => {
		const span = spanOfDays(daysAgo(from), daysAgo(to))!;
		const { figures } = await countedRows(FIGURE_NAMES, span, reachFor(village));
		const naive = naiveReport(lives, span);
		for (const figure of FIGURE_NAMES) {
			if (TRIED_BELOW.includes(figure)) continue;
			expect(inOrder(figures[figure]), figure).toEqual(inOrder(naive[figure]));
		}
	});

	test('all that is counted is there to be counted', () => {
		const naive = naiveReport(lives, { fromMs: 0, toMs: Date.now() });
		const empty = FIGURE_NAMES.filter((figure) => !naive[figure]?.length);
		expect(empty.sort()).toEqual([...TRIED_BELOW].sort());
	});

	test('is told to nobody else', async () => {
		const stranger = await newVillage(0);
		const { figures, facts } = await countedRows(
			FIGURE_NAMES,
			{ fromMs: 0, toMs: Date.now() },
			reachFor(stranger)
		);
		expect(facts).toEqual([]);
		for (const figure of FIGURE_NAMES) expect(figures[figure], figure).toEqual([]);
	});
});

/** Women with what they said about themselves, in a group of this trainer. */
async function crowd(
	{ trainer }: Village,
	name: string,
	women: readonly { ethnicity?: string; household?: 'poor' | 'near-poor'; n: number }[]
) {
	const group = await createGroup({ name, place: 'Xuân Dương', trainers: [trainer.id] }, trainer.id);
	const made = women.flatMap(({ n, ethnicity = null, household = null }) =>
		Array.from({ length: n }, () => ({
			...{ name: 'Một chị', picture: 'fish' },
			facts: { birthYear: null, disability: null, ethnicity, household }
		}))
	);
	return { group, women: await addLearners(group.id, made, trainer.id) };
}

describe('the page and its files', () => {
	let village: Village;
	let trainer: Browser;
	let mark: string;
	beforeAll(async () => {
		village = await newVillage(0);
		mark = `Nhóm ${randomInt(1e9)}`;
		const { women } = await crowd(village, mark, [
			{ n: 12, ethnicity: '08', household: 'poor' },
			{ n: 9, ethnicity: '02' },
			{ n: 3, ethnicity: '09' },
			{ n: 6 }
		]);
		await crowd(village, '=1+1', [{ n: 7, ethnicity: '08' }]);
		// Eleven of the twelve have been there: one has not.
		const pb = await pocketbase();
		for (const { id } of women.slice(0, 11))
			await pb.collection('badges').create({ id: newId(), learner: id, course: 'dien-thoai', earnedAtMs: 1, issuedAtMs: Date.now() }); // prettier-ignore
		trainer = await signedIn(village.trainer.email);
	});
	const page = async (query = '') => {
		const response = await trainer.fetch(`/trainer/reports?${query}`);
		const html = await response.text();
		// The menu names all groups as well.
		return { status: response.status, text: /<main.*<\/main>/s.exec(html)?.[0] ?? html };
	};
	const csv = async (query = '', browser = trainer) => {
		const response = await browser.fetch(`/trainer/reports/files/report.csv?${query}`);
		const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
		return {
			response,
			text,
			rows: text
				.trim()
				.split('\n')
				.map((line) => line.split(','))
		};
	};
	/** Of the first period: enrolled and badges by line. */
	async function told(query: string) {
		const { rows } = await csv(query);
		const half = rows.slice(1).filter(([from]) => from === rows[1]![0]);
		const badge = rows[0]!.indexOf('Huy hiệu');
		return Object.fromEntries(half.map((row) => [row[2], [row[3], row[badge]]]));
	}

	test('shows all of it to who looks after the women, and says what does not leave', async () => {
		const { status, text } = await page('by=ethnicity');
		expect(status).toBe(200);
		for (const name of ['Mông', 'Tày', 'Dao', 'chưa rõ dân tộc']) expect(text).toContain(name);
		expect(text).toMatch(/Dao<\/th>.{0,200}class="value[^"]*">3</s);
		expect(text).toContain('không ra khỏi đây');
	});

	test('by people, files hide the three, who with them would tell them, and the one that was not there', async () => {
		expect(await told('by=ethnicity')).toEqual({
			// 19 Mông women, of whom 11 have a badge; of the others nobody has.
			Mông: ['19', '11'],
			Tày: ['9', '0'],
			Dao: ['*', '*'],
			'chưa rõ dân tộc': ['*', '*'],
			'Tất cả': ['37', '11']
		});
		// Kept to one group, eleven of twelve are all but one.
		const group = await groupNamed(mark);
		expect((await told(`by=ethnicity&group=${group}`)).Mông).toEqual(['12', '*']);
	});

	test('what is hidden in a report by people is not told by a report of one people', async () => {
		expect(await told('by=group&ethnicity=09')).toMatchObject({ 'Tất cả': ['*', '*'] });
		expect(await told('by=group&ethnicity=unsaid')).toMatchObject({ 'Tất cả': ['*', '*'] });
		expect(await told('by=group&ethnicity=02')).toMatchObject({ 'Tất cả': ['9', '0'] });
	});

	test('who has not said is a line of her own', async () => {
		const by = await told('by=household');
		expect(by).toEqual({ 'hộ nghèo': ['12', '*'], 'chưa rõ hộ': ['25', '*'], 'Tất cả': ['37', '11'] });
	});

	test('CSV and XLSX hold the same, no formula, and the rules beside it', async () => {
		const { text, rows } = await csv('by=group');
		expect(text).toMatch(/^\uFEFFTừ ngày,Đến hết ngày,Nhóm,Tham gia,Có học,/);
		expect(text).toContain(",'=1+1,7,");
		const answer = await trainer.fetch('/trainer/reports/files/report.xlsx?by=group');
		const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
		expect(sheets[0]?.rows.length).toBe(rows.length);
		expect(sheets[0]?.rows.find((row) => row[2] === '=1+1')).toContain(7);
		expect(sheets[1]?.rows.length).toBe(FIGURE_NAMES.length + 1);
	});

	test('asked twice at once it is the same, counted once', async () => {
		const [one, two] = await Promise.all([csv('by=age'), csv('by=age')]);
		expect(one.text).toBe(two.text);
	});

	test('leads from each figure to its rule in words and to the statement that counts it', async () => {
		const { text } = await page();
		const rules = await (await trainer.fetch('/trainer/reports/rules')).text();
		for (const figure of FIGURE_NAMES) {
			expect(text, figure).toContain(`/trainer/reports/rules#${figure}"`);
			expect(rules, figure).toContain(`id="${figure}"`);
			expect(rules).not.toContain(`reports.rule.${figure}`);
		}
		expect([...rules.matchAll(/<pre[^>]*><code[^>]*>\s*WITH/g)]).toHaveLength(FIGURE_NAMES.length);
	});

	test('what groups did stands in a report by place, group or month, not by people', async () => {
		const funnel = SECTIONS.funnel.map((figure) => `rules#${figure}"`);
		for (const by of ['place', 'group', 'province', 'month'])
			for (const link of funnel) expect((await page(`by=${by}`)).text).toContain(link);
		for (const query of ['by=ethnicity', 'by=age', 'by=group&household=poor'])
			for (const link of funnel) expect((await page(query)).text).not.toContain(link);
	});

	test('by month, each month with who was in the group then', async () => {
		const by = await told('by=month&period=2026-Q3');
		expect(by['Tất cả']).toEqual(['0', '0']);
		const today = new Date(Date.now() + 7 * 3_600_000).toISOString();
		const now = await told(`by=month&period=${today.slice(0, 4)}`);
		expect(now[`${today.slice(5, 7)}/${today.slice(0, 4)}`]).toEqual(['37', '11']);
		expect(now['01/2026'] ?? ['0', '0']).toEqual(['0', '0']);
	});

	test.each([
		['period=2026-13', 400, 'period_unknown', 'Không có thời gian như vậy'],
		['period=days&from=2026-02-31&to=2026-03-01', 400, 'period_faulty', 'Đây không phải là ngày'],
		['from=2026-03-02&to=2026-03-01', 400, 'period_faulty', 'ngày cuối đứng trước'],
		['period=2099', 400, 'period_future', 'chưa đến'],
		['period=days&from=2001-01-01&to=2026-01-01', 400, 'period_too_long', 'quá năm năm'],
		['period=days&from=2023-01-01&to=2026-01-01&by=month', 400, 'period_too_long', 'dài quá'],
		['by=eye-colour', 400, 'split_unknown', 'Không thể chia'],
		['ethnicity=99', 400, 'filter_unknown', 'Không có lựa chọn'],
		['household=rich', 400, 'filter_unknown', 'Không có lựa chọn'],
		['place=zz', 400, 'filter_unknown', 'Không có lựa chọn'],
		["group=x'%20OR%201=1", 400, 'filter_unknown', 'Không có lựa chọn'],
		['place=15', 403, 'place_unreached', 'không thuộc phần'],
		['group=aaaaaaaaaaaaaaa', 403, 'place_unreached', 'không thuộc phần']
	])('%s answers %i in words', async (query, status, code, said) => {
		const answered = await page(query);
		expect(answered.status).toBe(status);
		expect(answered.text).toContain(said);
		expect(answered.text).toContain('name="period"');
		for (const name of ['report.csv', 'report.xlsx']) {
			const file = await trainer.fetch(`/trainer/reports/files/${name}?${query}`);
			expect(file.status).toBe(status);
			expect(await file.json()).toMatchObject({ code });
		}
	});

	test.each(['report.pdf', '..%2f..%2fsecrets', 'constructor'])('%s is no file', async (name) =>
		expect((await trainer.fetch(`/trainer/reports/files/${name}`)).status).toBe(404)
	);

	test('another trainer’s report has none of them; an expert and the machine’s owner have none at all', async () => {
		const other = await signedIn((await newVillage(1)).trainer.email);
		expect((await csv('by=group', other)).text).not.toContain(mark);
		for (const role of ['expert', 'owner'] as const) {
			const browser = await signedIn((await newStaff(role)).email);
			for (const path of ['', '/rules', '/files/report.csv'])
				expect((await browser.fetch(`/trainer/reports${path}`)).status).toBe(403);
		}
	});

	async function groupNamed(name: string): Promise<string> {
		const pb = await pocketbase();
		return (await pb.collection('groups').getFirstListItem(`name = '${name}'`)).id;
	}
});

describe('what groups did', () => {
	test('a stall that was opened, a gathering, a question that was answered: each in its time', async () => {
		const village = await newVillage(2);
		const [seller, asker] = village.women;
		const phone = await new Phone().join(seller!);
		const present = [seller!.id];
		await phone.sync(
			phone.events(named('Hàng chị Mẩy'), {
				kind: 'lesson.heard_together',
				data: { group: village.group.id, lesson: LESSONS[0], present, newcomers: [], here: 2, hands: [] }
			})
		);
		const pb = await pocketbase();
		const voice = newId();
		await pb.collection('voices').create({ id: voice, kind: 'question', learner: asker!.id, blob: 'x', at: 1, receivedAt: 1 }); // prettier-ignore
		await pb.collection('voice_work').create({ voice, answeredAtMs: Date.now(), answeredBy: 'x' });
		const during = async (fromMs: number, toMs: number) => {
			const names = ['stalls', 'met', 'mentored'] as const satisfies Figure[];
			const { figures } = await countedRows(names, { fromMs, toMs }, reachFor(village));
			return names.map((name) => figures[name]?.length);
		};
		// The stall's row follows its event a moment later; on a busy machine that is longer than a second.
		await expect
			.poll(() => during(Date.now() - DAY_MS, Date.now() + DAY_MS), { timeout: 20_000 })
			.toEqual([1, 1, 1]);
		expect(await during(Date.now() - 9 * DAY_MS, Date.now() - DAY_MS)).toEqual([0, 0, 0]);
	});
});

describe('introductions', () => {
	test('count once a step, on the day of it, for the group in which they were made', async () => {
		const village = await newVillage(1);
		const pb = await pocketbase();
		const partner = await pb
			.collection('partners')
			.create({ name: 'Siêu thị', state: 'verified', version: 1 });
		const day = (daysAgo: number) =>
			new Date(Date.now() + 7 * 3_600_000 - daysAgo * DAY_MS).toISOString().slice(0, 10);
		const introduce = async (
			sort: string,
			whoKind: string,
			who: string,
			steps: [string, number, number?][]
		) => {
			const row = { partner: partner.id, sort, whoKind, who, viaGroup: village.group.id, step: 'proposed' };
			const { id } = await pb.collection('introductions').create(row);
			for (const [nth, [step, daysAgo, amount = 0]] of steps.entries())
				await pb
					.collection('introduction_steps')
					.create({ introduction: id, step, day: day(daysAgo), amount, nth });
		};
		await introduce('trade', 'group', village.group.id, [
			['proposed', 40],
			['met', 20],
			['order', 12, 2_000_000],
			['order', 3, 500_000],
			['ended', 1]
		]);
		await introduce('trade', 'learner', village.women[0]!.id, [['proposed', 10]]);
		await introduce('mentor', 'group', village.group.id, [
			['proposed', 9],
			['session', 5],
			['session', 2]
		]);
		const names = [...SECTIONS.introductions, 'matched', 'mentored', 'moved'] as const satisfies Figure[];
		const during = async (from: number, to: number) => {
			const span = spanOfDays(day(from), day(to))!;
			const { figures } = await countedRows(names, span, reachFor(village));
			const sum = (figure: Figure) => (figures[figure] ?? []).reduce((all, [, , , n]) => all + n, 0);
			return Object.fromEntries(names.flatMap((name) => (sum(name) ? [[name, sum(name)]] : [])));
		};
		expect(await during(45, 30)).toEqual({ proposed: 1, matched: 1 });
		expect(await during(29, 11)).toEqual({ introduced: 1, dealt: 1, worth: 2_000_000, moved: 1 });
		expect(await during(10, 0)).toEqual({ proposed: 2, matched: 1, sessions: 1, mentored: 1, worth: 500_000, moved: 1 }); // prettier-ignore
		// To the day: the first and the last are in it.
		expect(await during(20, 20)).toEqual({ introduced: 1 });
		expect(await during(19, 13)).toEqual({});
		const stranger = await countedRows(names, spanOfDays(day(90), day(0))!, reachFor(await newVillage(0)));
		for (const name of names) expect(stranger.figures[name]).toEqual([]);
	});
});

describe('the read API', () => {
	test('tells the same as the file, of the whole programme, and nothing of what is hidden', async () => {
		const village = await newVillage(0);
		const province = '56';
		const { group } = await crowd(village, `Nhóm ${randomInt(1e9)}`, [{ n: 8 }]);
		await (await pocketbase()).collection('groups').update(group.id, { province });
		const small = await crowd(village, `Nhóm ${randomInt(1e9)}`, [{ n: 2 }]);
		const token = await makeToken('reports', ['reports'], '');
		const call = (query: string) =>
			new Browser().fetch(`/api/v1/reports?${query}`, { headers: { authorization: `Bearer ${token}` } });
		type Line = {
			key: string | null;
			name: string | null;
			figures: Record<string, { value: number } | null>;
		};
		const read = async (query: string) => (await (await call(query)).json()) as { lines: Line[] };
		const of = ({ lines }: { lines: Line[] }, key: string) =>
			lines.find((line) => line.key === key)?.figures.enrolled;
		expect(of(await read('by=province'), province)).toEqual({ value: 8, of: 0 });
		const byGroup = await read('by=group');
		expect(of(byGroup, small.group.id)).toBeNull();
		const told = byGroup.lines.flatMap(({ figures }) =>
			Object.values(figures).map((cell) => cell?.value ?? 0)
		);
		expect(told.length).toBeGreaterThan(100);
		for (const { figures } of (await read('by=ethnicity')).lines) expect(figures).not.toHaveProperty('met');
		for (const query of ['period=2026-13', 'by=name', 'period=2099', 'from=2026-03-02&to=2026-03-01'])
			expect((await call(query)).status, query).toBe(400);
		// It has no filters: a group is not to be asked for by itself.
		expect(await (await call(`by=place&group=${small.group.id}`)).json()).toEqual(await read('by=place'));
	});
});
