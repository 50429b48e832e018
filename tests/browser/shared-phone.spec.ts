import type { Page } from '@playwright/test';
import type { CodePicture, PersonPicture } from '../../src/lib/domain/people';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { joinByDigits } from './join';
import { chooseVietnamese, learn, nextLesson } from './learn';
import { Trainer } from './trainer';
import { control, controlFrom, message, named, textOf } from './words';

const MAY = 'Lò Thị Mẩy';
const SEN = 'Nông Thị Sen';
const RIGHT: CodePicture[] = ['sun', 'house', 'dog'];
const WRONG: CodePicture[] = ['sun', 'dog', 'house'];
const DAY_MS = 24 * 3600_000;

/** Somebody new chooses a picture and says her name. */
async function comes(page: Page, picture: PersonPicture, name: string): Promise<void> {
	await control(page, 'people.add').tap();
	await control(page, `person.${picture}`).tap();
	await page.getByLabel(textOf('people.newName')).fill(name);
	await control(page, 'people.newDone').tap();
	await expect(controlFrom(page, 'home.start')).toBeVisible();
}

async function tapPictures(page: Page, pictures: CodePicture[]): Promise<void> {
	for (const picture of pictures) await control(page, `code.${picture}`).tap();
}

/** The phone goes to another woman: she taps her name. */
async function handTo(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole('link', { name: new RegExp(textOf('home.me')) }).tap();
	await control(page, 'me.switch').tap();
	await named(page, name).tap();
}

test('two women, one phone: each her own progress behind her own code, each delivered as herself', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { course, lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [may, sen] = await trainer.newGroup('Nà Chang', [MAY, SEN]);
	/** Who has given no name is called by her picture. */
	const guest = new RegExp(textOf('person.sunflower'));
	const phone = newPhone();
	let page = await phone.open();

	await test.step('the first learns a lesson, and the course comes to the phone', async () => {
		await chooseVietnamese(page);
		await controlFrom(page, 'home.start').tap();
		await learn(page, lessons[0]!);
		await phone.goto(`/courses/${course.slug}`);
		await controlFrom(page, 'course.download').tap();
		await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
		await house.stop();
	});

	await test.step('she locks what is hers with three pictures', async () => {
		await phone.goto('/me');
		await control(page, 'code.setButton').tap();
		await tapPictures(page, RIGHT);
		await expect(message(page, 'code.again')).toBeVisible();
		await tapPictures(page, RIGHT);
		await expect(control(page, 'code.remove')).toBeVisible();
	});

	await test.step('the second comes, starts from nothing, and learns two lessons', async () => {
		await control(page, 'me.switch').tap();
		await comes(page, 'fish', 'Sen');
		for (const lesson of lessons.slice(0, 2)) {
			await nextLesson(page).tap();
			await learn(page, lesson);
			await control(page, 'nav.home').tap();
		}
		await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(lessons[2]!.title.vi!.text));
	});

	await test.step('the first is asked for her pictures: wrong ones show nothing, right ones open', async () => {
		await handTo(page, guest);
		await expect(message(page, 'code.ask')).toBeVisible();
		await tapPictures(page, WRONG);
		await expect(message(page, 'code.wrong')).toBeVisible();
		await phone.goto('/');
		await expect(message(page, 'home.helloName', { name: 'Sen' })).toBeAttached();
		await handTo(page, guest);
		await tapPictures(page, RIGHT);
		await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(lessons[1]!.title.vi!.text));
	});

	await test.step('the browser was closed with her profile open: it asks again, on every page', async () => {
		await phone.close();
		page = await phone.open('/me');
		await expect(page.getByRole('heading', { name: textOf('people.title') })).toBeVisible();
		await named(page, guest).tap();
		await expect(message(page, 'code.ask')).toBeVisible();
	});

	await test.step('she forgot them: they still guard her today, and open a day later', async () => {
		await control(page, 'code.forgotten').tap();
		await expect(message(page, 'code.resetAsked')).toBeVisible();
		await phone.context.clock.setFixedTime(Date.now() + DAY_MS - 60_000);
		await phone.goto('/people');
		await named(page, guest).tap();
		await expect(message(page, 'code.ask')).toBeVisible();
		await phone.context.clock.setFixedTime(Date.now() + DAY_MS + 60_000);
		await phone.goto('/people');
		await named(page, guest).tap();
		await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(lessons[1]!.title.vi!.text));
	});

	await test.step('with a signal each joins by her card, and each is delivered as herself', async () => {
		await house.start();
		await phone.goto('/join');
		await joinByDigits(page, may!, { whose: 'mine' });
		await trainer.sees(MAY, 1, lessons.length);
		await handTo(page, /Sen/);
		await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(lessons[2]!.title.vi!.text));
		await phone.goto('/join');
		await joinByDigits(page, sen!, { whose: 'mine' });
		await expect(message(page, 'sync.delivered')).toBeVisible();
		await trainer.sees(SEN, 2, lessons.length);
		await trainer.sees(MAY, 1, lessons.length);
	});
});
