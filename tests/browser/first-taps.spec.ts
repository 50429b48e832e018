import { clipOf, firstCourse } from './courses';
import { hears } from './ears';
import { expect, test } from './journey';
import { chooseVietnamese, learn, nextLesson } from './learn';
import { Trainer } from './trainer';
import { control, message, textOf } from './words';

test('what she taps before the scripts have come is done when they have', async ({ house, newPhone }) => {
	const phone = newPhone();
	await phone.open('/healthz');
	const clip = await clipOf(house, textOf('first.this'));
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await phone.context.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await phone.page.goto(`${phone.origin}/`, { waitUntil: 'commit' });
	const vietnamese = control(phone.page, 'language.vi');
	await vietnamese.tap();
	await expect(vietnamese, 'it shows that the tap was felt').toHaveAttribute('data-tapped', '');
	await expect(control(phone.page, 'first.choose')).toBeHidden();
	release();
	await expect(control(phone.page, 'first.choose')).toBeVisible();
	await expect(vietnamese).not.toHaveAttribute('data-tapped');
	await hears(phone.page, clip);
});

test('digits of a card that were tapped before the scripts have come are all typed when they have', async ({
	house,
	newPhone,
	browser
}) => {
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	const phone = newPhone();
	await phone.open('/healthz');
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await phone.context.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await phone.page.goto(`${phone.origin}/join`, { waitUntil: 'commit' });
	for (const digit of card!.code) await phone.page.getByRole('button', { name: digit, exact: true }).tap();
	release();
	await expect(message(phone.page, 'join.isItYou')).toBeVisible();
	await expect(phone.page.getByText(card!.name, { exact: true })).toBeVisible();
});

test('the phone may keep Bản Mây on its screen: asked aloud after a finished lesson, once, and her answer counts', async ({
	house,
	newPhone
}) => {
	const { lessons } = await firstCourse(house);
	const phone = newPhone();
	const page = await phone.open();
	/** The browser's own offer, as Chrome makes it: headless it never does by itself. */
	const offer = () =>
		page.evaluate(() => {
			const event = new Event('beforeinstallprompt', { cancelable: true });
			const prompt = () => {
				document.documentElement.dataset['installed'] = 'asked';
				return Promise.resolve();
			};
			window.dispatchEvent(
				Object.assign(event, { prompt, userChoice: Promise.resolve({ outcome: 'accepted' }) })
			);
			return event.defaultPrevented;
		});
	const asked = () => page.evaluate(() => document.documentElement.dataset['installed']);

	await chooseVietnamese(page);
	expect(await offer(), "the browser's own banner, which says nothing aloud, is held back").toBe(true);
	await expect(message(page, 'install.ask'), 'not before she has learned something').toBeHidden();
	await nextLesson(page).tap();
	await learn(page, lessons[0]!);
	await expect(message(page, 'install.ask')).toBeVisible();
	await control(page, 'install.no').tap();
	await expect(message(page, 'install.ask')).toBeHidden();
	expect(await asked()).toBeUndefined();

	await phone.goto('/');
	await expect(nextLesson(page)).toBeVisible();
	await offer();
	await nextLesson(page).tap();
	await learn(page, lessons[1]!);
	await hears(page, await clipOf(house, textOf('install.ask')));
	await control(page, 'install.yes').tap();
	await expect(message(page, 'install.ask')).toBeHidden();
	expect(await asked()).toBe('asked');
});
