import { describe, expect, test } from 'vitest';
import type { Catalog } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { lessonsOf } from '$lib/domain/lessons-of';
import { Browser } from './browser';
import { newStaff, newVillage, signedIn, type Woman } from './people';
import { answered, completed, Phone } from './phone';

const catalog = async () => (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
const manager = async () => signedIn((await newStaff('manager')).email);

async function define(browser: Browser, values: [string, string][]): Promise<Response> {
	return browser.fetch('/trainer/badges?/define', {
		method: 'POST',
		headers: { accept: 'text/html', origin: browser.origin },
		body: new URLSearchParams(values)
	});
}
const NAMES: [string, string][] = [
	['name', 'Bán được hàng xa'],
	['nameEn', 'Sells far away'],
	['level', '2']
];
const nameOf = (vi: string): [string, string][] => [
	['name', vi],
	['nameEn', 'Another one'],
	['level', '1']
];

describe('a badge that a manager defines', () => {
	test('is spoken, travels with the catalogue, is earned by lessons and a practice, signed, and can be withdrawn', async () => {
		const browser = await manager();
		const [first, second] = lessonsOf((await catalog()).courses[2]!);
		const lessons: [string, string][] = [first!, second!].map(({ slug }) => ['lesson', slug]);
		const answer = await define(browser, [...NAMES, ...lessons, ['practice', first!.slug]]);
		expect(answer.status).toBe(200);
		const made = (await catalog()).achievements!.find(({ title }) => title.vi.text === 'Bán được hàng xa')!;
		expect(made).toMatchObject({ level: 2, lessons: [first!.slug, second!.slug], practices: [first!.slug] });
		expect((await new Browser().fetch(`/media/${made.title.vi.clip}`)).status).toBe(200);
		expect((await define(browser, [...NAMES, ...lessons])).status, 'sent twice').toBe(409);

		const woman = (await newVillage(1)).women[0] as Woman;
		const phone = await new Phone().join(woman);
		const learnt = [first!, second!].flatMap(({ slug, questions }) => [
			...questions.map((n) => answered(n, true, slug)),
			completed(slug)
		]);
		const without = await phone.sync(phone.events(...learnt));
		expect(without.changes.badges, 'its practice lacks').toEqual([]);
		const practice: Happening = {
			kind: 'practice.completed',
			data: {
				lesson: first!.slug,
				practice: first!.practice!.name,
				outcome: { steps: 3, wrong: 0, fell: [] }
			}
		};
		const { changes } = await phone.sync(phone.events(practice));
		expect(changes.badges).toMatchObject([{ course: made.slug }]);
		const credential = await (await new Browser().fetch(`/badges/${changes.badges[0]!.id}.json`)).text();
		expect(credential).toContain('Tự làm được');
		expect((await new Browser().fetch(`/badges/${changes.badges[0]!.id}.png`)).status).toBe(200);

		await browser.submit('/trainer/badges?/withdraw', { slug: made.slug });
		expect((await catalog()).achievements ?? []).not.toContainEqual(
			expect.objectContaining({ slug: made.slug })
		);
		expect((await phone.sync()).changes.badges).toMatchObject([{ course: made.slug }]);
	});

	test.each<[string, number, [string, string][]]>([
		['without a name', 400, nameOf('')],
		['with digits', 400, nameOf('Giỏi 100')],
		['of 500 letters', 400, nameOf('ă'.repeat(500))],
		['without a lesson', 400, nameOf('Không bài')],
		['with a lesson that is not taught', 400, [...nameOf('Bài lạ'), ['lesson', 'bai-la']]]
	])('%s is refused and nothing is kept', async (_what, status, values) => {
		const before = (await catalog()).achievements?.length ?? 0;
		expect((await define(await manager(), values)).status).toBe(status);
		expect((await catalog()).achievements?.length ?? 0).toBe(before);
	});

	test.each(['trainer', 'expert', 'owner'] as const)('is not for a %s', async (role) => {
		const browser = await signedIn((await newStaff(role)).email);
		expect([303, 403]).toContain((await define(browser, NAMES)).status);
		expect([303, 403]).toContain((await browser.submit('/trainer/badges?/rotate', {})).status);
	});
});

test('new keys: the DID document keeps the old ones, and badges go on', async () => {
	type Document = { verificationMethod: { id: string }[] };
	const keys = async () =>
		((await (await new Browser().fetch('/.well-known/did.json')).json()) as Document).verificationMethod.map(
			({ id }) => id
		);
	const before = await keys();
	expect((await (await manager()).submit('/trainer/badges?/rotate', {})).status).toBe(200);
	const after = await keys();
	expect(after).toHaveLength(before.length + 2);
	expect(after).toEqual(expect.arrayContaining(before));
});
