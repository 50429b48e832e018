import { clipOf, firstCourse } from './courses';
import { giveEars, hears } from './ears';
import { expect, test } from './journey';
import { chooseVietnamese, learn, nextLesson } from './learn';
import { Trainer } from './trainer';
import { control, controlFrom, message, textOf } from './words';

const ZALO =
	'Mozilla/5.0 (Linux; Android 11; SM-A115F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/156.0.0.0 Mobile Safari/537.36 Zalo android/12110731';
const PLAIN =
	'Mozilla/5.0 (Linux; Android 11; SM-A115F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';

test('opened from Zalo: the lesson plays; joining and downloading lead into Chrome aloud, the secret unused and along', async ({
	house,
	browser
}) => {
	const { course, lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	const context = await browser.newContext({ userAgent: ZALO, serviceWorkers: 'block', hasTouch: true });
	await giveEars(context);
	const page = await context.newPage();
	const why = await clipOf(house, textOf('inApp.why'));

	await test.step('the first lesson, start to end', async () => {
		await page.goto(house.origin);
		await chooseVietnamese(page);
		await nextLesson(page).tap();
		await learn(page, lessons[0]!);
	});
	await test.step('downloading', async () => {
		await page.goto(`${house.origin}/courses/${course.slug}`);
		await controlFrom(page, 'course.download').tap();
		await hears(page, why);
		const href = await control(page, 'inApp.open').getAttribute('href');
		const host = new URL(house.origin).host;
		expect(href).toBe(
			`intent://${host}/courses/${course.slug}#Intent;scheme=http;package=com.android.chrome;end`
		);
		await control(page, 'inApp.stay').tap();
		await expect(controlFrom(page, 'course.download')).toBeVisible();
	});
	await test.step('joining: the card is not used up, and works in Chrome', async () => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto('about:blank');
		await page.goto(card!.link);
		await hears(page, why);
		const secret = new URL(card!.link).hash;
		await expect(control(page, 'inApp.open')).toHaveAttribute('href', new RegExp(`/join${secret}#Intent;`));
		expect(asked.filter((url) => url.includes('/api/join'))).toEqual([]);
		const chrome = await (await browser.newContext({ userAgent: PLAIN, hasTouch: true })).newPage();
		await chrome.goto(card!.link);
		await expect(message(chrome, 'join.isItYou')).toBeVisible();
	});
});

test('a browser whose storage refuses everything: she learns all the same and is told where it would be kept', async ({
	house,
	browser
}) => {
	const { course, lessons } = await firstCourse(house);
	const context = await browser.newContext({ userAgent: PLAIN, hasTouch: true });
	await giveEars(context);
	await context.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('refused', 'SecurityError');
		};
		IDBFactory.prototype.open = refuse;
		Storage.prototype.setItem = refuse;
		CacheStorage.prototype.open = refuse;
	});
	const page = await context.newPage();
	await page.goto(house.origin);
	await chooseVietnamese(page);
	await nextLesson(page).tap();
	await learn(page, lessons[0]!);
	await page.goto(`${house.origin}/courses/${course.slug}`);
	await expect(
		message(page, 'course.unavailable').or(controlFrom(page, 'course.download')).first()
	).toBeVisible();
	await page.goto(`${house.origin}/join`);
	await expect(control(page, 'inApp.open')).toBeVisible();
});
