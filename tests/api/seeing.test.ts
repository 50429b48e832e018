import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '$lib/domain/event';
import { lastWeeks, weekOf } from '$lib/domain/week';
import { pocketbase } from '$lib/server/pocketbase';
import { groupOverview } from '$lib/server/repositories/groups';
import { answersOf, WEEKS_SHOWN, weeksOfGroups, womenToSee } from '$lib/server/repositories/seeing';
import { notesOf } from '$lib/server/repositories/woman-notes';
import { newPublicId } from '$lib/server/secrets';
import { Browser } from './browser';
import { house } from './house';
import { naiveSeeing, rolledUp, storedOf } from './naive-seeing';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { answered, completed, heard, newId, Phone } from './phone';

const DAY_MS = 86_400_000;
const LESSONS = ['nut-va-man-hinh', 'goi-va-nghe', 'ma-pin-otp'] as const;

/** Presses a button as the page's script does; gives what the action answers. */
async function press(browser: Browser, path: string, values: Record<string, string>) {
	const headers = { origin: house.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await browser.fetch(path, {
		method: 'POST',
		headers,
		body: new URLSearchParams(values)
	});
	const text = await response.text();
	const result = (text.startsWith('{') ? JSON.parse(text) : {}) as { type?: string; status?: number };
	return { http: response.status, text, ...result };
}
const key = () => newPublicId(15);

describe('a group, seen', () => {
	const lesson = fc.constantFrom(...LESSONS);
	// Few questions, so that each is answered again and again.
	const what: fc.Arbitrary<Happening> = fc.oneof(
		{
			weight: 4,
			arbitrary: fc
				.record({ question: fc.integer({ min: 1, max: 2 }), right: fc.boolean(), first: fc.boolean() })
				.map(({ question, right, first }): Happening => ({
					kind: 'question.answered',
					data: { lesson: LESSONS[0], question, try: first ? 1 : 2, right }
				}))
		},
		{ weight: 1, arbitrary: lesson.map((slug): Happening => completed(slug)) },
		{ weight: 1, arbitrary: lesson.map((slug): Happening => heard(1, slug)) }
	);
	/** Whose phone, what, how many hours ago (or ahead: a wrong clock), in which order it arrives. */
	const lives = fc.array(
		fc.record({ woman: fc.nat(3), what, hoursAgo: fc.integer({ min: -200, max: 2500 }), rank: fc.nat(99) }),
		{ minLength: 20, maxLength: 50 }
	);

	test('is what its women’s events say, question by question and week by week', async () => {
		await fc.assert(
			fc.asyncProperty(lives, async (made) => {
				const { group, women } = await newVillage(4);
				const phones = await Promise.all(women.map((woman) => new Phone().join(woman)));
				for (const [n, phone] of phones.entries()) {
					const events = made
						.filter(({ woman }) => woman === n)
						.map(({ what, hoursAgo, rank }, index) => ({
							rank,
							event: {
								...what,
								id: newId(),
								device: phone.device,
								seq: index + 1,
								at: Date.now() - hoursAgo * 3_600_000
							}
						}))
						.sort((a, b) => a.rank - b.rank)
						.map(({ event }) => event);
					if (events.length === 0) continue;
					await phone.sync(events.slice(0, 7));
					await phone.sync(events); // the first seven come twice
				}
				const nowMs = Date.now();
				const [seen, over] = await Promise.all([
					groupOverview(group.id, nowMs),
					weeksOfGroups([group.id], nowMs)
				]);
				const naive = await Promise.all(women.map(async ({ id }) => naiveSeeing(await storedOf(id))));
				expect(await Promise.all(women.map(({ id }) => rolledUp(id)))).toEqual(naive);

				const asked = new Map<string, { answered: number; rightFirst: number }>();
				for (const { lesson, question, rightFirst } of naive.flatMap(({ questions }) => questions)) {
					const name = `${lesson} ${question}`;
					const known = asked.get(name) ?? { answered: 0, rightFirst: 0 };
					asked.set(name, {
						answered: known.answered + 1,
						rightFirst: known.rightFirst + Number(rightFirst)
					});
				}
				const figures = new Map(
					seen?.questions.map(({ lesson, question, ...rest }) => [`${lesson} ${question}`, rest])
				);
				expect(figures).toEqual(asked);

				const thereIn = (week: number) =>
					naive.filter((one) => one.weeks.some((was) => was.week === week)).length;
				const weeks = lastWeeks(WEEKS_SHOWN, nowMs).map((week) => ({
					week,
					// They were put into the group just now; who was there before that was in it, too.
					women: week === weekOf(nowMs) ? 4 : thereIn(week),
					active: thereIn(week),
					done: naive.flatMap(({ done }) => done).filter(({ doneAtMs }) => weekOf(doneAtMs) === week).length
				}));
				expect(seen?.weeks).toEqual(weeks);
				expect(over.weeks).toEqual(weeks);
				expect(over.byGroup.get(group.id)).toEqual(weeks);
				expect(over.women).toBe(4);

				const stuck = naive.map(({ questions }) =>
					questions.filter(({ wrong, right }) => !right && wrong >= 3).map(({ firstAtMs }) => firstAtMs)
				);
				const byId = new Map(seen?.women.map((woman) => [woman.id, woman.stuck.map((one) => one.sinceMs)]));
				expect(women.map(({ id }) => byId.get(id)?.sort())).toEqual(stuck.map((times) => times.sort()));
			}),
			{ numRuns: 12, endOnFailure: true }
		);
	}, 120_000);

	test('a woman in two groups counts in each, and once over both', async () => {
		const [one, two] = await Promise.all([newVillage(1), newVillage(1)]);
		const pb = await pocketbase();
		const [woman] = one.women;
		await pb
			.collection('memberships')
			.create({ group: two.group.id, learner: woman!.id, fromMs: Date.now(), untilMs: 0 });
		const phone = await new Phone().join(woman!);
		await phone.sync(phone.events(heard(1), answered(1, true), completed()));
		const seen = await weeksOfGroups([one.group.id, two.group.id]);
		expect(seen.women).toBe(2);
		expect(seen.weeks.at(-1)).toMatchObject({ active: 1, done: 1 });
		for (const { group } of [one, two])
			expect(seen.byGroup.get(group.id)?.at(-1)).toMatchObject({ active: 1, done: 1 });
		expect(seen.questions).toEqual([{ lesson: 'nut-va-man-hinh', question: 1, answered: 1, rightFirst: 1 }]);
		const her = (await womenToSee([one.group.id, two.group.id])).filter(({ id }) => id === woman!.id);
		expect(her.map(({ groups }) => groups.sort())).toEqual([[one.group.id, two.group.id].sort()]);
	});

	test('past weeks are those of who was in the group then', async () => {
		const [left, joined] = await Promise.all([newVillage(2), newVillage(1)]);
		const pb = await pocketbase();
		const [mover, stayed] = left.women;
		const ago = (days: number) => Date.now() - days * DAY_MS;
		// Both were in the first group for ten weeks; one has moved into the second a fortnight ago.
		for (const { id } of [mover!, stayed!, joined.women[0]!]) {
			const [row] = await pb.collection('memberships').getFullList({ filter: `learner = '${id}'` });
			const untilMs = id === mover!.id ? ago(14) : 0;
			await pb.collection('memberships').update(row!.id, { fromMs: ago(70), untilMs });
		}
		const again = { group: joined.group.id, learner: mover!.id, fromMs: ago(14), untilMs: 0 };
		await pb.collection('memberships').create(again);
		const phone = await new Phone().join(mover!);
		const events = phone.events(completed(), completed('ma-pin-otp'), heard(1));
		await phone.sync(events.map((event, n) => ({ ...event, at: [ago(30), ago(3), ago(9)][n] })));

		const nowMs = Date.now();
		const seen = await weeksOfGroups([left.group.id, joined.group.id], nowMs);
		const of = (group: string) =>
			new Map(seen.byGroup.get(group)?.map(({ week, ...figures }) => [week, figures]));
		const [before, after] = [of(left.group.id), of(joined.group.id)];
		expect(before.get(weekOf(ago(30)))).toEqual({ women: 2, active: 1, done: 1 });
		expect(after.get(weekOf(ago(30)))).toEqual({ women: 1, active: 0, done: 0 });
		expect(before.get(weekOf(ago(3)))).toEqual({ women: 1, active: 0, done: 0 });
		expect(after.get(weekOf(ago(3)))).toMatchObject({ women: 2, active: 1, done: 1 });
		expect(after.get(weekOf(ago(9)))).toMatchObject({ women: 2, active: 1 });
		for (const { week, women } of seen.weeks.slice(1)) expect(women, String(week)).toBe(3);
		// Its page says the same, though she is not in its list any more.
		const page = await groupOverview(left.group.id, nowMs);
		expect(page?.women).toHaveLength(1);
		expect(page?.weeks.find(({ week }) => week === weekOf(ago(30)))).toMatchObject({ women: 2, active: 1 });
	});

	test('a woman without a phone was there in the week in which she heard a lesson in a group', async () => {
		const { group, women } = await newVillage(3);
		const [hers, none] = [women[0]!, women[1]!];
		await (await pocketbase()).collection('learners').update(none.id, { cardIssuedAt: 1 });
		const phone = await new Phone().join(hers);
		const heardTogether: Happening = {
			kind: 'lesson.heard_together',
			data: {
				...{ group: group.id, lesson: 'nut-va-man-hinh', present: [hers.id, none.id] },
				...{ newcomers: [], here: 2, hands: [] }
			}
		};
		const [event] = phone.events(heardTogether);
		await phone.sync([{ ...event, at: 5 }]); // a phone that was never set: it counts as now
		expect((await groupOverview(group.id))?.weeks.at(-1)).toMatchObject({ active: 2, done: 0 });
		const seen = await weeksOfGroups([group.id]);
		expect(seen.weeks.at(-1)).toMatchObject({ active: 2 });
		expect(seen.byGroup.get(group.id)?.at(-1)).toMatchObject({ active: 2 });
		expect((await womenToSee([group.id])).find(({ id }) => id === none.id)?.hasLearned).toBe(true);
	});

	test('one woman’s answers: the first time, since, and when they were heard again', async () => {
		const { women } = await newVillage(1);
		const phone = await new Phone().join(women[0]!);
		const again = (right: boolean): Happening => ({
			kind: 'review.answered',
			data: { lesson: 'nut-va-man-hinh', question: 1, right }
		});
		const [wrong, right, late, early] = phone.events(
			answered(1, false),
			answered(1, true),
			again(true),
			again(false)
		);
		// The last time is the last by the clock, not by arrival.
		const at = Date.now() - DAY_MS;
		await phone.sync([{ ...wrong, at }, right, late, { ...early, at }]);
		expect(await answersOf(women[0]!.id)).toEqual([
			{
				...{ lesson: 'nut-va-man-hinh', question: 1, answers: 2, wrong: 1 },
				...{ right: true, rightFirst: false, reviews: 2, rightLast: true },
				lastAtMs: expect.any(Number) as number
			}
		]);
	});

	test('no groups, and a group without women, are no trouble', async () => {
		const { group } = await newVillage(0);
		expect(await womenToSee([])).toEqual([]);
		for (const groups of [[], [group.id]]) {
			const seen = await weeksOfGroups(groups);
			expect(seen).toMatchObject({ women: 0, questions: [] });
			expect(seen.weeks).toHaveLength(WEEKS_SHOWN);
		}
	});
});

describe('the first page', () => {
	type Home = {
		inNeed: { id: string; group: { id: string }; needs: Record<string, unknown>[] }[];
		needing: number;
		groups: { id: string; needing: number; women: number }[];
	};
	const homeOf = async (browser: Browser) => (await (await browser.fetch('/api/groups')).json()) as Home;

	test('names who is stuck, on what and since when, as soon as her phone has told, and until she gets it right', async () => {
		const { group, trainer, women } = await newVillage(2);
		const browser = await signedIn(trainer.email);
		const first = await browser.fetch('/api/groups');
		const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
		expect((await browser.fetch('/api/groups', { headers })).status).toBe(304);

		const phone = await new Phone().join(women[0]!);
		const wrong = answered(2, false, 'ma-pin-otp');
		await phone.sync(phone.events(wrong, wrong));
		expect((await homeOf(browser)).inNeed).toEqual([]);
		const events = phone.events(wrong);
		await phone.sync(events);
		expect((await browser.fetch('/api/groups', { headers })).status).toBe(200);
		expect(await homeOf(browser)).toMatchObject({
			needing: 1,
			inNeed: [
				{
					id: women[0]!.id,
					group: { id: group.id },
					needs: [
						{
							kind: 'stuck',
							lesson: 'ma-pin-otp',
							question: 2,
							wrong: 3,
							sinceMs: expect.any(Number) as number,
							toDo: ['listen', 'message']
						}
					]
				}
			],
			groups: [{ id: group.id, needing: 1, women: 2 }]
		});
		await phone.sync(phone.events(answered(2, true, 'ma-pin-otp')));
		expect((await homeOf(browser)).inNeed).toEqual([]);
	});

	test('names a full phone, clips that do not play, a quiet woman, a card in a drawer, a phone taken away', async () => {
		const { trainer, women } = await newVillage(5);
		const browser = await signedIn(trainer.email);
		const [full, mute, quiet, drawer, lost] = women.map(({ id }) => id);
		const pb = await pocketbase();
		const phones = await Promise.all(women.slice(0, 3).map((woman) => new Phone().join(woman)));
		const clip: Happening = {
			kind: 'clip.missing',
			data: { lesson: 'ma-pin-otp', clip: `${'b'.repeat(64)}.ogg` }
		};
		await phones[0]!.sync(phones[0]!.events(heard(1)), { phone: { app: '0.1.0', freeBytes: 9_000_000 } });
		await phones[1]!.sync(phones[1]!.events(clip, clip, clip));
		await phones[2]!.sync(phones[2]!.events(heard(1)));
		const ago = Date.now() - 20 * DAY_MS;
		await pb.collection('devices').update(phones[2]!.device, { pushedAtMs: ago });
		for (const id of [drawer, lost]) await pb.collection('learners').update(id!, { cardIssuedAt: ago });
		const gone = await new Phone().join(women[4]!);
		await press(browser, `/trainer/women/${lost}?/revokePhone`, { phone: gone.device });

		const { inNeed } = await homeOf(browser);
		const kinds = Object.fromEntries(inNeed.map(({ id, needs }) => [id, needs.map(({ kind }) => kind)]));
		expect(kinds).toEqual({
			[full!]: ['full'],
			[mute!]: ['clips'],
			[quiet!]: ['quiet'],
			[drawer!]: ['unjoined'],
			[lost!]: ['lost']
		});
	});

	test.each([
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()), status: 401 },
		{ who: 'an expert', enter: async () => signedIn((await newStaff('expert')).email), status: 403 },
		{ who: "the machine's owner", enter: async () => signedIn((await newStaff('owner')).email), status: 403 }
	])('is not for $who, nor is the overview', async ({ enter, status }) => {
		const browser = await enter();
		for (const path of ['/api/groups', '/api/groups/overview'])
			expect((await browser.fetch(path)).status).toBe(status);
	});

	test('the overview is 304 until a phone has delivered', async () => {
		const { trainer, women } = await newVillage(1);
		const browser = await signedIn(trainer.email);
		const phone = await new Phone().join(women[0]!);
		const first = await browser.fetch('/api/groups/overview');
		const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
		expect((await browser.fetch('/api/groups/overview', { headers })).status).toBe(304);
		await phone.sync(phone.events(answered(1, true), completed()));
		const then = await browser.fetch('/api/groups/overview', { headers });
		expect(await then.json()).toMatchObject({
			women: 1,
			questions: [{ question: 1, answered: 1, rightFirst: 1 }],
			groups: [{ women: 1 }]
		});
	});

	test("shows nothing of another's village, and the overview neither", async () => {
		const [hers, other] = await Promise.all([newVillage(1), newVillage(1)]);
		const phone = await new Phone().join(other.women[0]!);
		const wrong = answered(1, false);
		await phone.sync(phone.events(wrong, wrong, wrong));
		const browser = await signedIn(hers.trainer.email);
		for (const path of ['/trainer', '/api/groups', '/trainer/overview', '/api/groups/overview']) {
			const text = await (await browser.fetch(path)).text();
			expect(text).not.toContain(other.group.name);
			expect(text).not.toContain(other.women[0]!.id);
		}
		expect((await homeOf(browser)).needing).toBe(0);
	});
});

describe('notes about a woman', () => {
	let village: Village;
	let trainer: Browser;
	let manager: Browser;
	let stranger: Browser;
	beforeAll(async () => {
		village = await newVillage(3);
		trainer = await signedIn(village.trainer.email);
		manager = await signedIn(house.manager.email, house.manager.password);
		stranger = await signedIn((await newVillage(1)).trainer.email);
	});
	const path = (n = 0) => `/trainer/women/${village.women[n]?.id}`;
	const write = (browser: Browser, values: Record<string, string>, n = 0) =>
		press(browser, `${path(n)}?/writeNote`, { key: key(), ...values });
	const textsOf = async (n = 0) => (await notesOf(village.women[n]!.id)).map(({ text }) => text);

	test('pressed twice at once is one note; who looks after her reads it, nobody else', async () => {
		const values = { key: key(), text: 'Chồng giữ máy, chỉ học được buổi tối.' };
		const answers = await Promise.all([write(trainer, values), write(trainer, values)]);
		expect(answers.map(({ type }) => type)).toEqual(['success', 'success']);
		expect(await textsOf()).toEqual([values.text]);
		for (const [browser, sees] of [
			[trainer, true],
			[manager, true],
			[stranger, false]
		] as const)
			expect((await (await browser.fetch(path())).text()).includes(values.text)).toBe(sees);
		// It is about her, not for her: no phone and no list carries it.
		const phone = await new Phone().join(village.women[0]!);
		expect(JSON.stringify(await phone.sync(phone.events(heard(1))))).not.toContain('Chồng');
		for (const elsewhere of [`/api/groups/${village.group.id}`, '/api/groups'])
			expect(await (await trainer.fetch(elsewhere)).text()).not.toContain('Chồng');
	});

	test('two people at once write two notes', async () => {
		await Promise.all([write(trainer, { text: 'Của cô' }, 1), write(manager, { text: 'Của quản lý' }, 1)]);
		expect((await textsOf(1)).sort()).toEqual(['Của cô', 'Của quản lý']);
	});

	test('her own is changed; from an old page it is not, and what she typed comes back', async () => {
		const id = key();
		await write(trainer, { key: id, text: 'Một' }, 2);
		const change = (text: string) => write(trainer, { key: id, version: '1', text }, 2);
		expect((await change('Hai')).type).toBe('success');
		expect((await change('Hai')).type).toBe('success'); // the same press, come twice
		const late = await change('Ba');
		expect(late).toMatchObject({ type: 'failure', status: 409 });
		expect(late.text).toContain('Ba');
		expect(await textsOf(2)).toEqual(['Hai']);
	});

	test.each([
		{ who: 'a manager', browser: () => manager, status: 404 },
		{ who: "another village's trainer", browser: () => stranger, status: 403 }
	])('$who neither changes nor deletes hers', async ({ browser, status }) => {
		const id = key();
		await write(trainer, { key: id, text: 'Của tôi' });
		const changed = await write(browser(), { key: id, version: '1', text: 'Không phải' });
		expect([changed.http, changed.status]).toContain(status);
		await press(browser(), `${path()}?/deleteNote`, { key: id });
		expect(await textsOf()).toContain('Của tôi');
		// With the id of a note about another woman it cannot be reached either.
		await press(trainer, `${path(1)}?/deleteNote`, { key: id });
		expect(await textsOf()).toContain('Của tôi');
		await press(trainer, `${path()}?/deleteNote`, { key: id });
		expect(await textsOf()).not.toContain('Của tôi');
	});

	test.each<{ says: string; values: Record<string, string>; code: string }>([
		{ says: 'nothing', values: { text: ' \n ' }, code: 'note_missing' },
		{ says: '1,001 characters', values: { text: 'Ẵ'.repeat(1001) }, code: 'note_too_long' },
		{ says: 'a key that is a path', values: { text: 'x', key: '../x' }, code: 'form_unreadable' },
		{ says: 'a version that is none', values: { text: 'x', version: '-1' }, code: 'form_unreadable' },
		{ says: 'a note that is gone', values: { text: 'x', version: '3' }, code: 'note_gone' }
	])('with $says nothing is written, and a kind sentence says why', async ({ values, code }) => {
		const before = await textsOf();
		const answer = await write(trainer, values);
		expect(answer.type).toBe('failure');
		expect(answer.text).toContain(code);
		expect(await textsOf()).toEqual(before);
	});

	test('1,000 characters fit, lines stay, and markup is text', async () => {
		const { women } = await newVillage(1);
		const text = `Dòng một\nDòng hai <script>alert(1)</script> ${'Ẵ'.repeat(1000)}`;
		const cut = [...text].slice(0, 1000).join('');
		const browser = manager;
		await press(browser, `/trainer/women/${women[0]!.id}?/writeNote`, { key: key(), text: cut });
		expect((await notesOf(women[0]!.id)).map((note) => note.text)).toEqual([cut]);
		expect(await (await browser.fetch(`/trainer/women/${women[0]!.id}`)).text()).not.toContain(
			'<script>alert(1)'
		);
	});

	test('what was done is written down without what was said', async () => {
		const { women, trainer: hers } = await newVillage(1);
		const browser = await signedIn(hers.email);
		const page = `/trainer/women/${women[0]!.id}`;
		const id = key();
		await press(browser, `${page}?/writeNote`, { key: id, text: 'Bí mật' });
		await press(browser, `${page}?/writeNote`, { key: id, version: '1', text: 'Bí mật hơn' });
		await press(browser, `${page}?/deleteNote`, { key: id });
		const pb = await pocketbase();
		const rows = await pb
			.collection('audit')
			.getFullList<{ what: string; about: string }>({ filter: pb.filter('who = {:who}', { who: hers.id }) });
		const notes = rows.filter(({ what }) => what.startsWith('note.'));
		expect(notes.map(({ what }) => what).sort()).toEqual(['note.changed', 'note.deleted', 'note.written']);
		expect(JSON.stringify(notes)).not.toContain('Bí mật');
	});
});
