import { beforeAll, describe, expect, test } from 'vitest';
import { COLORS } from '$lib/ui/frame/frame-colors';
import { drawMotif } from '$lib/ui/frame/motifs';
import type { Catalog, CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/lessons-of';
import { pocketbase } from '$lib/server/pocketbase';
import { createGroup } from '$lib/server/repositories/groups';
import { Browser } from './browser';
import { newStaff, newVillage, signedIn, type Woman } from './people';
import { answered, completed, Phone } from './phone';

let course: CatalogCourse;
beforeAll(async () => {
	const catalog = (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
	course = catalog.courses[0] as CatalogCourse;
});

const STAR = { motif: 'star', thread: 'madder', inlay: 'rice' };
const choose = (browser: Browser, group: string, form: Record<string, string>) =>
	browser.submit(`/trainer/groups/${group}/pattern?/choose`, form);
const finish = (phone: Phone) =>
	phone.sync(
		phone.events(
			...lessonsOf(course).flatMap(({ slug, questions }) => [
				...questions.map((n) => answered(n, true, slug)),
				completed(slug)
			])
		)
	);
const svgOf = async (id: string) => (await new Browser().fetch(`/badges/${id}.svg?plain`)).text();
const firstSquares = drawMotif('star', 0, 0).edge;

describe("a group's pattern", () => {
	test('reaches her phone with the next call, and every picture of her badges', async () => {
		const { group, trainer, women } = await newVillage(1);
		const phone = await new Phone().join(women[0] as Woman);
		const before = await finish(phone);
		expect(before.changes.learner.pattern).toBeNull();
		const { id } = before.changes.badges[0]!;
		const usual = await svgOf(id);
		expect(usual).not.toContain(firstSquares);

		const browser = await signedIn(trainer.email);
		expect((await choose(browser, group.id, STAR)).status).toBe(200);
		expect((await phone.sync()).changes.learner.pattern).toEqual(STAR);
		const svg = await svgOf(id);
		for (const part of [firstSquares, COLORS.madder, COLORS.rice]) expect(svg).toContain(part);
		const baked = await (await new Browser().fetch(`/badges/${id}.svg`)).text();
		for (const part of [firstSquares, 'openbadges:credential']) expect(baked).toContain(part);
		const png = await (await new Browser().fetch(`/badges/${id}.png`)).arrayBuffer();
		expect(Buffer.from(png).toString('latin1')).toContain('openbadgecredential');
		const page = await (await browser.fetch(`/trainer/groups/${group.id}/pattern`)).text();
		expect(page).toMatch(/value="star"[^>]*checked/);
	});

	test('of a woman in two groups is that of the first open one she came into', async () => {
		const { group, trainer, women } = await newVillage(1);
		const woman = women[0] as Woman;
		const second = await createGroup({ name: 'Nhóm hai', place: '', trainers: [trainer.id] }, trainer.id);
		const pb = await pocketbase();
		await pb.collection('memberships').create({ learner: woman.id, group: second.id, fromMs: 1, untilMs: 0 });
		const browser = await signedIn(trainer.email);
		await choose(browser, second.id, STAR);
		const phone = await new Phone().join(woman);
		expect((await phone.sync()).changes.learner.pattern).toBeNull();
		await choose(browser, group.id, { ...STAR, motif: 'steps' });
		expect((await phone.sync()).changes.learner.pattern).toMatchObject({ motif: 'steps' });
		await pb.collection('groups').update(group.id, { archived: true });
		expect((await phone.sync()).changes.learner.pattern).toMatchObject({ motif: 'star' });
	});

	test.each([
		{ what: 'a motif that is none', form: { ...STAR, motif: 'dragon' } },
		{ what: 'a colour of their own', form: { ...STAR, thread: '#ff0000' } },
		{ what: 'an upload instead', form: { motif: '<svg onload=alert(1)>', thread: 'rice', inlay: 'gold' } },
		{ what: 'nothing', form: {} }
	])('with $what is refused, and the old one stays', async ({ form }) => {
		const { group, trainer } = await newVillage(1);
		const browser = await signedIn(trainer.email);
		await choose(browser, group.id, STAR);
		expect((await choose(browser, group.id, form as Record<string, string>)).status).toBe(400);
		const page = await (await browser.fetch(`/trainer/groups/${group.id}/pattern`)).text();
		expect(page).toMatch(/value="star"[^>]*checked/);
	});

	test("is not another village's trainer's, an expert's or a stranger's to choose", async () => {
		const { group } = await newVillage(1);
		const others = [
			await signedIn((await newStaff('trainer')).email),
			await signedIn((await newStaff('expert')).email),
			new Browser()
		];
		for (const browser of others) {
			expect([303, 403]).toContain((await choose(browser, group.id, STAR)).status);
			expect((await browser.fetch(`/trainer/groups/${group.id}/pattern`)).status).not.toBe(200);
		}
		const pb = await pocketbase();
		const { pattern } = await pb.collection('groups').getOne<{ pattern: unknown }>(group.id);
		expect(pattern).toBeFalsy();
	});

	test('that the house no longer knows is the usual one', async () => {
		const { group, women } = await newVillage(1);
		const phone = await new Phone().join(women[0] as Woman);
		const { id } = (await finish(phone)).changes.badges[0]!;
		const usual = await svgOf(id);
		await (await pocketbase()).collection('groups').update(group.id, { pattern: { motif: 'gone' } });
		expect(await svgOf(id)).toBe(usual);
	});
});
