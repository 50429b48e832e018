import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { toCompact } from '$lib/badges/compact';
import type { Catalog } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { lessonsOf } from '$lib/domain/lessons-of';
import { openBadgeSchema } from '../interop/badge-schema';
import { Browser } from './browser';
import { newStaff, newVillage, signedIn, type Woman } from './people';
import { answered, completed, Phone } from './phone';
import { named, offered } from './stall';

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
const NOT_ENGLISH: [string, string][] = [
	['name', 'Bài đầu tiên'],
	['nameEn', 'Một bài'],
	['level', '1']
];
const nameOf = (vi: string): [string, string][] => [
	['name', vi],
	['nameEn', 'Another one'],
	['level', '1']
];

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => Ajv2020;
const STALL = 'Hàng của bà Mẩy';
const stall = named(STALL);
const productId = (n: number) => `01k${String(n).padStart(23, '0')}`;
const product = (n: number) => offered({ product: productId(n) });

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

	test('that asks for evidence is signed when it is there, and says so without saying whose', async () => {
		const browser = await manager();
		const lesson = lessonsOf((await catalog()).courses[1]!)[0]!;
		const asked: [string, string][] = [
			...nameOf('Mở hàng và bày hàng'),
			['lesson', lesson.slug],
			['evidence-stall-opened', '1'],
			['evidence-product-offered', '2'],
			['evidence-practice', '']
		];
		expect((await define(browser, asked)).status).toBe(200);
		const made = (await catalog()).achievements!.find(
			({ title }) => title.vi.text === 'Mở hàng và bày hàng'
		)!;
		expect(made.evidence).toEqual([
			{ kind: 'stall-opened', count: 1 },
			{ kind: 'product-offered', count: 2 }
		]);

		const woman = (await newVillage(1)).women[0] as Woman;
		const phone = await new Phone().join(woman);
		const lacks = async () => {
			const path = `/api/badges/missing?device=${phone.device}&badge=${made.slug}`;
			return (await phone.browser.fetch(path)).json();
		};
		const right = lesson.questions.map((n) => answered(n, true, lesson.slug));
		const learnt = await phone.sync(phone.events(...right, completed(lesson.slug), stall, product(1)));
		expect(learnt.rejected).toEqual([]);
		expect(learnt.changes.badges, 'one product is not two').toEqual([]);
		expect(await lacks()).toEqual({ lessons: [], evidence: [{ kind: 'product-offered', count: 2 }] });
		const again = await phone.sync(phone.events(product(1), stall));
		expect(again.changes.badges, 'nor is the same one twice').toEqual([]);

		const { changes } = await phone.sync(phone.events(product(2)));
		expect(changes.badges).toMatchObject([{ course: made.slug }]);
		const { id } = changes.badges[0]!;
		const signed = (await (await new Browser().fetch(`/badges/${id}.json`)).json()) as {
			id: string;
			evidence: { id: string; type: string[]; narrative: string }[];
		};
		expect(signed.evidence.map(({ narrative }) => narrative)).toEqual([
			'Đã mở một gian hàng trên Bản Mây. / Opened a stall on Bản Mây.',
			'Đã bày bán 2 món hàng trong gian hàng. / Offered 2 products in the stall.'
		]);
		for (const one of signed.evidence) {
			expect(one.type).toEqual(['Evidence']);
			expect((await new Browser().fetch(new URL(one.id).pathname)).status).toBe(200);
		}
		const text = JSON.stringify(signed);
		for (const hers of [woman.name, woman.id, phone.device, STALL, productId(1)])
			expect(text).not.toContain(hers);
		const isValid = addFormats(new Ajv2020({ strict: false })).compile(openBadgeSchema);
		expect(isValid(signed), JSON.stringify(isValid.errors)).toBe(true);
		// Whole in a square that a cheap camera reads.
		const jwt = await (await new Browser().fetch(`/badges/${id}.jwt`)).text();
		const link = `https://ban-may.example.vn/verify#${toCompact(jwt)}`;
		expect(encode(link, { ecc: 'L', boostEcc: false }).version).toBeLessThanOrEqual(25);
	});

	test.each<[string, number, [string, string][]]>([
		[
			'with half an order',
			400,
			[...nameOf('Nửa'), ['lesson', 'nut-va-man-hinh'], ['evidence-practice', '0.5']]
		],
		['with minus one', 400, [...nameOf('Âm'), ['lesson', 'nut-va-man-hinh'], ['evidence-practice', '-1']]],
		[
			'with a thousand',
			400,
			[...nameOf('Nghìn'), ['lesson', 'nut-va-man-hinh'], ['evidence-practice', '1000']]
		],
		['with evidence alone', 400, [...nameOf('Chỉ có hàng'), ['evidence-stall-opened', '1']]],
		['without a name', 400, nameOf('')],
		['with digits', 400, nameOf('Giỏi 100')],
		['with a name that is not English', 400, [...NOT_ENGLISH, ['lesson', 'nut-va-man-hinh']]],
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
