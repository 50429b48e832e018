import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { storedEvents } from './at-house';
import { cameraArguments, film, photographCodes } from './camera';
import { firstCourse } from './courses';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese, learn, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { Trainer, type Card } from './trainer';
import type { Phone } from './phone';
import { control, controlFrom, message } from './words';

const WOMAN = 'Lò Thị Mẩy';
const folder = mkdtempSync(join(tmpdir(), 'ban-may-film-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** When the server was told of the key of this phone's only profile. */
const keyIsNamed = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const opening = indexedDB.open('ban-may');
				opening.onsuccess = () => {
					const all = opening.result.transaction('deviceKeys').objectStore('deviceKeys').getAll();
					all.onsuccess = () =>
						resolve((all.result as { namedAtMs: unknown }[]).some((key) => key.namedAtMs));
					all.onerror = () => resolve(false);
				};
				opening.onerror = () => resolve(false);
			})
	);

/** A phone on which she has joined, with the first course on it, ready for a winter without a line. */
async function joinedPhone(phone: Phone, card: Card, course: string): Promise<Page> {
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card);
	await phone.isSetUp();
	await phone.goto(`/courses/${course}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await expect.poll(() => keyIsNamed(page)).toBe(true);
	return page;
}

/** Somebody's phone that opened the page once while there was a line. */
async function courierPhone(phone: Phone): Promise<Page> {
	const page = await phone.open('/carry');
	await phone.isSetUp();
	await page.waitForLoadState('networkidle');
	return page;
}

const itemOf = (page: Page) => page.getByRole('listitem').filter({ hasText: WOMAN });

test('her lessons travel by the camera of another phone, both without a server, and arrive once', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const { course, lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const camera = join(folder, 'codes.y4m');
	const [hers, theirs] = [newPhone(), newPhone(house, cameraArguments(camera))];
	const page = await joinedPhone(hers, card!, course.slug);
	const courier = await courierPhone(theirs);
	await house.stop();

	await test.step('she learns, and shows what she did', async () => {
		await hers.goto('/');
		await nextLesson(page).tap();
		await learn(page, lessons[0]!);
		await hers.goto('/me');
		await control(page, 'carry.show.title').tap();
		await film(await photographCodes(page), camera);
	});
	await test.step('the other phone takes it without a line', async () => {
		await theirs.goto('/carry');
		await control(courier, 'carry.take.scan').tap();
		await expect(message(courier, 'carry.take.whole', { name: WOMAN })).toBeVisible({ timeout: 30_000 });
		await expect(itemOf(courier)).toContainText('Chờ có mạng');
	});
	await test.step('her phone goes on saying that nothing has arrived', async () => {
		await control(page, 'carry.show.done').tap();
		await expect(message(page, 'carry.show.carried').first()).toBeVisible();
		await hers.goto('/');
		await expect(page.locator('[data-sync]')).not.toHaveAttribute('data-sync', 'delivered');
	});
	await test.step('there is a line again: it arrives, and the trainer sees it', async () => {
		await page.goto('about:blank');
		await house.start();
		await control(courier, 'carry.take.send').tap();
		await expect(itemOf(courier)).toContainText('Đã tới nơi');
		await trainer.sees(WOMAN, 1, lessons.length, 30_000);
	});
	await test.step('her phone hears of it from the server, and nothing is there twice', async () => {
		await hers.goto('/');
		await expect(page.locator('[data-sync=delivered]')).toBeVisible({ timeout: 30_000 });
		await hers.goto('/carry/show');
		await expect(message(page, 'carry.show.nothing')).toBeVisible();
		await expect(message(page, 'carry.show.carried')).toBeHidden();
		const ids = (events: { id: string }[]) => events.map(({ id }) => id).sort();
		expect(ids(await storedEvents(house))).toEqual(ids(await keptEvents(page)));
	});
});

test('a file does the same; a changed file, a foreign one and a photo are refused in words', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const { course, lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const [hers, theirs] = [newPhone(), newPhone()];
	const page = await joinedPhone(hers, card!, course.slug);
	const courier = await courierPhone(theirs);
	await house.stop();

	await hers.goto('/');
	await nextLesson(page).tap();
	await learn(page, lessons[0]!);
	await hers.goto('/carry/show');
	const downloading = page.waitForEvent('download');
	await control(page, 'carry.show.file').tap();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^bai-hoc-lo-thi-may-\d{4}-\d\d-\d\d\.txt$/);
	const file = join(folder, download.suggestedFilename());
	await download.saveAs(file);

	await theirs.goto('/carry');
	const open = (name: string) => courier.locator('input[type=file]').setInputFiles(name);
	const forged = join(folder, 'forged.txt');
	const [head, bundle] = readFileSync(file, 'utf8').split('\n') as [string, string];
	writeFileSync(
		forged,
		`${head}\n${bundle.slice(0, -20)}${bundle.at(-20) === 'A' ? 'B' : 'A'}${bundle.slice(-19)}\n`
	);
	await open(forged);
	await expect(message(courier, 'carry.take.trouble.forged')).toBeVisible();
	await open('static/icons/192.png');
	await expect(message(courier, 'carry.take.trouble.unreadable')).toBeVisible();
	await expect(courier.getByRole('listitem')).toHaveCount(0);
	await open(file);
	await expect(message(courier, 'carry.take.whole', { name: WOMAN })).toBeVisible();
	await open(file);
	await expect(message(courier, 'carry.take.known')).toBeVisible();
	await expect(courier.getByRole('listitem')).toHaveCount(1);

	await house.start();
	await control(courier, 'carry.take.send').tap();
	await expect(itemOf(courier)).toContainText('Đã tới nơi');
	await trainer.sees(WOMAN, 1, lessons.length, 30_000);
});
