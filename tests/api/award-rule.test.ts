import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { awardsOf, evidenceOf, lessonsIn, missingFor, type Award } from '$lib/domain/badge';
import type { Catalog, CatalogLesson } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { lessonsOf } from '$lib/domain/lessons-of';
import type { SyncResponse } from '$lib/domain/sync';
import { keptId, newPhone, type Tab } from '../fixtures/phone';
import { Browser } from './browser';
import { newStaff, newVillage, signedIn, type Woman } from './people';

const catalogNow = async () => (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
let catalog: Catalog;
let lessons: CatalogLesson[];

/** Badges that ask for each kind of thing, beside those of the courses. */
beforeAll(async () => {
	const taught = (await catalogNow()).courses.flatMap(lessonsOf);
	const practised = taught.filter(({ practice }) => practice).slice(0, 3);
	const [a, b, c] = practised.map(({ slug }) => slug) as [string, string, string];
	lessons = practised;
	const manager = await signedIn((await newStaff('manager')).email);
	const define = async (name: string, nameEn: string, ...rest: [string, string][]) => {
		const body = new URLSearchParams([['name', name], ['nameEn', nameEn], ['level', '1'], ...rest]);
		const headers = { accept: 'text/html', origin: manager.origin };
		const { status } = await manager.fetch('/trainer/badges?/define', { method: 'POST', headers, body });
		expect(status).toBe(200);
	};
	await define('Một bài', 'One lesson', ['lesson', a]);
	await define(
		'Hai bài và thực hành',
		'Two lessons, one practice',
		['lesson', a],
		['lesson', b],
		['practice', a]
	);
	await define('Hai lần thực hành', 'Practised twice', ['lesson', b], ['evidence-practice', '2']);
	await define('Có gian hàng', 'Has a stall', ['lesson', c], ['evidence-stall-opened', '1']);
	catalog = await catalogNow();
	expect(awardsOf(catalog).length).toBeGreaterThanOrEqual(catalog.courses.length + 4);
}, 120_000);

/** Other files look at what the house itself gives. */
afterAll(async () => {
	const manager = await signedIn((await newStaff('manager')).email);
	for (const { slug } of catalog.achievements ?? [])
		await manager.submit('/trainer/badges?/withdraw', { slug });
});

/** What may happen, mostly what leads to a badge, without a plan. */
const happenings = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.record({ lesson: fc.nat(2), question: fc.nat(4), right: fc.integer({ min: 0, max: 5 }) })
			.map(({ lesson, question, right }): Happening => {
				const { slug, questions } = lessons[lesson] as CatalogLesson;
				const number = questions[question % questions.length] as number;
				const data = { lesson: slug, question: number, try: 1, right: right > 0 };
				return { kind: 'question.answered', data };
			})
	},
	{
		weight: 3,
		arbitrary: fc
			.nat(2)
			.map((n): Happening => ({ kind: 'lesson.completed', data: { lesson: lessons[n]!.slug } }))
	},
	fc.nat(2).map((n): Happening => {
		const { slug, practice } = lessons[n] as CatalogLesson;
		const outcome = { steps: 3, wrong: 0, fell: [] };
		return { kind: 'practice.completed', data: { lesson: slug, practice: practice!.name, outcome } };
	}),
	fc.constant<Happening>({ kind: 'stall.changed', data: { name: 'Nhà Mẩy' } }),
	fc.nat(2).map((n): Happening => ({ kind: 'card.heard', data: { lesson: lessons[n]!.slug, card: 1 } })),
	fc.constant<Happening>({ kind: 'course.completed', data: { course: 'dien-thoai' } })
);
/** A course learned to its end but for what is left out, if anything. */
const learnt = (leaveOut: number | null): Happening[] =>
	lessonsOf(catalog.courses[0]!)
		.flatMap(({ slug, questions }): Happening[] => [
			...questions.map((question): Happening => ({
				kind: 'question.answered',
				data: { lesson: slug, question, try: 2, right: true }
			})),
			{ kind: 'lesson.completed', data: { lesson: slug } }
		])
		.filter((_, n, { length }) => leaveOut === null || n !== leaveOut % length);

/** When a phone is opened: whose turn it is, and how its line behaves. */
const step = fc.record({
	what: happenings,
	second: fc.boolean(),
	/** Whether it delivers now, and whether the answer gets lost, so that all is sent again. */
	line: fc.constantFrom('none', 'none', 'none', 'good', 'broken')
});
const life = fc.record({
	steps: fc.array(step, { minLength: 10, maxLength: 45 }),
	course: fc.option(fc.record({ leaveOut: fc.option(fc.nat(200)), second: fc.boolean() }), { freq: 2 })
});

/** One profile of hers on the phone, with a line of its own to the real server. The server's badges are written down
 * and kept from the phone: what it believes, it believes by its own rule. */
class Line {
	readonly browser = new Browser();
	confirmed: string[] = [];
	isBroken = false;

	fetch = (async (url: string, init?: RequestInit) => {
		const response = await this.browser.fetch(url, init);
		if (this.isBroken) throw new TypeError('the line broke');
		if (url !== '/api/sync' || response.status !== 200) return response;
		const answer = (await response.json()) as SyncResponse;
		this.confirmed = answer.changes.badges.map(({ course }) => course).sort();
		return Response.json({ ...answer, changes: { ...answer.changes, badges: [] } });
	}) as typeof globalThis.fetch;
}

async function join(tab: Tab, id: string, line: Line, woman: Woman): Promise<void> {
	const { device } = (await tab.db.profiles.get(id))!;
	const response = await line.browser.post('/api/join', { secret: woman.card.secret, device });
	expect(response.status).toBe(200);
	const { learner } = (await response.json()) as { learner: SyncResponse['changes']['learner'] };
	await tab.joinProfile(id, learner);
}

async function happen(tab: Tab, id: string, what: Happening): Promise<void> {
	const kept =
		what.kind === 'lesson.completed'
			? await tab.completeLesson(id, what.data.lesson)
			: await tab.record(id, what);
	expect(kept.kind).not.toBe('trouble');
}

const missingOnPhone = async (tab: Tab, id: string, award: Award) => {
	const { doneBeside } = await import('$lib/offline/done-beside');
	const missing = missingFor(award, await tab.loadProgress(id), await doneBeside(id, award));
	return { lessons: lessonsIn(missing), evidence: evidenceOf(missing) };
};
const missingOnServer = async (line: Line, device: string, badge: string) => {
	const query = new URLSearchParams({ device, badge }).toString();
	return (await line.browser.fetch(`/api/badges/missing?${query}`)).json();
};

describe("the phone's rule and the server's", () => {
	test('give the same badges and find the same lacking: two phones, broken lines, any order', async () => {
		const { women } = await newVillage(25);
		const earned = new Set<string>();
		await fc.assert(
			fc.asyncProperty(life, async ({ steps, course }) => {
				const woman = women.pop() as Woman;
				const tab = await newPhone();
				await tab.keepCatalog(catalog);
				const ids = [keptId(await tab.createGuest('vi')), ''];
				ids[1] = keptId(await tab.addProfile({ name: 'Mẩy', picture: 'corn', language: 'vi' }));
				const lines = [new Line(), new Line()];
				for (const n of [0, 1]) await join(tab, ids[n]!, lines[n]!, woman);
				const deliver = (n: number) => tab.deliver(ids[n]!, lines[n]!.fetch);

				if (course)
					for (const what of learnt(course.leaveOut)) await happen(tab, ids[Number(course.second)]!, what);
				for (const { what, second, line } of steps) {
					const n = Number(second);
					await happen(tab, ids[n]!, what);
					if (line === 'none') continue;
					lines[n]!.isBroken = line === 'broken';
					await deliver(n);
					lines[n]!.isBroken = false;
				}
				for (const n of [0, 1, 0, 1]) expect(await deliver(n)).toEqual({ kind: 'delivered' });

				for (const n of [0, 1]) {
					const here = (await tab.loadBadges(ids[n]!)).map((badge) => badge.course).sort();
					expect(here).toEqual(lines[n]!.confirmed);
					for (const badge of here) earned.add(badge);
					const { device } = (await tab.db.profiles.get(ids[n]!))!;
					for (const award of awardsOf(catalog))
						expect(await missingOnServer(lines[n]!, device, award.slug)).toEqual(
							await missingOnPhone(tab, ids[n]!, award)
						);
				}
			}),
			{ numRuns: 25, endOnFailure: true }
		);
		// Else the test would say nothing: most of what can be earned was.
		expect(earned.size).toBeGreaterThanOrEqual(4);
	}, 300_000);
});
