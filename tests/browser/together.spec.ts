import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { MANAGER } from '../../scripts/testing/house.mjs';
import type { Lesson } from '../../src/lib/domain/lesson';
import { firstCourse } from './courses';
import { hears, hearsAfter, now } from './ears';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { keptEvents } from './on-phone';
import type { Phone } from './phone';
import { signOut, Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, control, controlFrom, message, textOf } from './words';

const FAMILIES = ['Lò', 'Giàng', 'Vàng', 'Hoàng', 'Triệu'];
const NAMES = ['Mẩy', 'Sua', 'Dế', 'Chung', 'Pàng', 'Xuân'];
/** Thirty women, no two called alike by their whole name. */
const WOMEN = FAMILIES.flatMap((family) => NAMES.map((name) => `${family} Thị ${name}`));
const NEW = 'Sùng Thị Mỷ';
const ABSENT = WOMEN.slice(0, 2);

/** A trainer signs in on a phone, and a course comes to it. */
async function trainersPhone(phone: Phone, course: string): Promise<Page> {
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto(`/courses/${course}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await phone.goto('/sign-in');
	await page.getByLabel(consoleText('signIn.email')).fill(MANAGER.email);
	await page.getByLabel(consoleText('signIn.password')).fill(MANAGER.password);
	await consoleControl(page, 'signIn.go').click();
	await expect(page).toHaveURL(/\/trainer/);
	return page;
}

const face = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const open = (page: Page, title: string) => page.getByRole('button').filter({ hasText: title }).first();

/** Hears every card to its end, and talks. */
async function hearTogether(page: Page, lesson: Lesson, since: number): Promise<void> {
	const [first, ...others] = lesson.cards.map((card) => card.say.vi.clip);
	await hears(page, first!, since);
	for (const clip of others) await hearsAfter(page, clip, () => control(page, 'lesson.next').tap());
	await control(page, 'lesson.next').tap();
	if (!lesson.discuss) return;
	await hears(page, lesson.discuss.vi.clip, since);
	await expect(page.getByText(lesson.discuss.vi.text)).toBeVisible();
	await control(page, 'together.talkOn').tap();
}

/** Answers each question: `hands` go up for the right one by their pictures; the last counts one more by hand. */
async function raiseHands(page: Page, lesson: Lesson, hands: string[]): Promise<void> {
	for (const question of lesson.questions) {
		await expect(page.getByRole('heading', { name: question.ask.vi.text, exact: true })).toBeVisible();
		if (question.kind !== 'order') {
			const { text } = question.options.find(({ correct }) => correct)!.text.vi;
			await page.getByRole('button', { name: `${text}: 0 tay`, exact: true }).tap();
			for (const name of hands) await face(page, name).tap();
			// Down again, and up: a slip of the finger.
			await face(page, hands[0]!).tap();
			await face(page, hands[0]!).tap();
			await control(page, 'together.up').tap();
			await expect(
				page.getByRole('button', { name: `${text}: ${hands.length + 1} tay`, exact: true })
			).toBeVisible();
		}
		await control(page, 'together.answer').tap();
		await expect(page.getByText(question.why.vi.text, { exact: true })).toBeVisible();
		await control(page, 'together.on').tap();
	}
}

test('a group of thirty hears a lesson around a trainer’s phone without a server; each one’s history has it, also hers who has no phone', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(400_000);
	const { course, lessons } = await firstCourse(house);
	const lesson = lessons[0]!;
	const trainer = await Trainer.signIn(browser, house);
	const laptop = trainer.page;
	await trainer.makeGroup('Nà Chang');
	await trainer.addWomen(WOMEN);
	const group = new URL(laptop.url()).pathname.split('/').at(-1)!;

	const phone = newPhone();
	let page = await trainersPhone(phone, course.slug);
	await test.step('the women come to her phone while there is a line', async () => {
		await phone.goto(`/trainer/groups/${group}/meetings`);
		await consoleControl(page, 'meetings.start').click();
		await expect(face(page, WOMEN[0]!)).toBeVisible();
		await expect(page.getByRole('button', { pressed: false }).filter({ hasText: 'Thị' })).toHaveCount(30);
	});
	await phone.close();
	await house.stop();

	let since = 0;
	await test.step('without a server she marks who is there: one tap each, far under two minutes', async () => {
		page = await phone.open('/together');
		await open(page, 'Nà Chang').tap();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		const began = Date.now();
		let taps = 0;
		for (const name of WOMEN) {
			await face(page, name).tap();
			taps += 1;
		}
		await expect(message(page, 'together.count', { n: 30 })).toBeVisible();
		const seconds = (Date.now() - began) / 1000;
		console.log(`30 present: ${taps} taps, ${seconds.toFixed(1)} s by a finger that never rests`);
		expect(taps).toBe(30);
		expect(seconds).toBeLessThan(120);
		// The other way: everybody, and then those who are missing.
		await control(page, 'together.none').tap();
		await expect(message(page, 'together.count', { n: 0 })).toBeVisible();
		await control(page, 'together.all').tap();
		for (const name of ABSENT) await face(page, name).tap();
		await expect(message(page, 'together.count', { n: 28 })).toBeVisible();
	});
	await test.step('a woman without a phone is written down', async () => {
		await control(page, 'together.add').tap();
		await page.getByRole('button', { name: textOf('person.turtle'), exact: true }).tap();
		await page.getByLabel(textOf('together.addName')).fill(NEW);
		await control(page, 'together.addDone').tap();
		await expect(face(page, NEW)).toHaveAttribute('aria-pressed', 'true');
		await expect(message(page, 'together.count', { n: 29 })).toBeVisible();
	});
	await test.step('they hear the lesson; the battery dies in the middle, and they go on', async () => {
		await control(page, 'together.next').tap();
		since = await now(page);
		await open(page, lesson.title.vi.text).tap();
		await hears(page, lesson.cards[0]!.say.vi.clip, since);
		await hearsAfter(page, lesson.cards[1]!.say.vi.clip, () => control(page, 'lesson.next').tap());
		await phone.kill();
		page = await phone.open('/together');
		await control(page, 'together.resume').tap();
		await expect(page.getByText(lesson.cards[1]!.say.vi.text)).toBeVisible();
		await control(page, 'lesson.prev').tap();
		since = 0;
		await hearTogether(page, lesson, since);
		await raiseHands(page, lesson, [WOMEN[4]!, WOMEN[5]!, NEW]);
		await expect(message(page, 'together.done')).toBeVisible();
		await expect(message(page, 'together.count', { n: 29 })).toBeVisible();
		const kinds = (await keptEvents(page)).map(({ kind }) => kind);
		expect(kinds, 'it is no event of this phone’s own').not.toContain('lesson.heard_together');
	});
	await test.step('she notes a meeting without a lesson', async () => {
		await control(page, 'together.another').tap();
		await control(page, 'together.meeting').tap();
		await page.getByLabel(textOf('together.noteName')).fill('Bàn chuyện góp chè');
		await control(page, 'together.noteDone').tap();
		await expect(message(page, 'together.doneMeeting')).toBeVisible();
		await phone.goto('/together');
		await expect(message(page, 'together.waiting', { n: 2 })).toBeVisible();
	});

	await house.start();
	await test.step('with a line all is told, once, and the phone waits for nothing', async () => {
		await phone.goto('/together');
		await expect(message(page, 'together.waiting')).toHaveCount(0);
		await phone.goto('/together');
		await expect(open(page, 'Nà Chang')).toContainText('31');
		await expect(async () => {
			await laptop.goto(`${house.origin}/trainer/groups/${group}/meetings`);
			await expect(consoleMessage(laptop, 'meetings.here', { n: 29 })).toHaveCount(2, { timeout: 2000 });
		}).toPass();
		await expect(laptop.getByText('Bàn chuyện góp chè')).toBeVisible();
		await expect(laptop.getByText(/4 tay/).first()).toBeVisible();
		const row = laptop.getByRole('listitem').filter({ hasText: NEW }).first();
		await expect(row).toBeVisible();
		await row.getByRole('button', { name: consoleText('newcomers.keep') }).click();
		await expect(consoleMessage(laptop, 'newcomers.kept')).toBeVisible();
	});
	await test.step('the group’s page shows it as a sign of its own, and nobody has done the lesson', async () => {
		await laptop.goto(`${house.origin}/trainer/groups/${group}`);
		const here = laptop.getByRole('button', { name: /đã nghe trong nhóm/ });
		await expect(here).toHaveCount(29);
		await expect(here.first()).toHaveAccessibleName(/chưa học, đã nghe trong nhóm/);
		await laptop.getByRole('link', { name: WOMEN[4] }).first().click();
		await expect(consoleMessage(laptop, 'together.title')).toBeVisible();
		await expect(laptop.getByText(lesson.title.vi.text).last()).toBeVisible();
	});
	await test.step('later she has a phone: her card opens her own history', async () => {
		await laptop.goto(`${house.origin}/trainer/groups/${group}`);
		const cards = await trainer.printCards(31);
		const own = newPhone();
		const hers = await own.open();
		await chooseVietnamese(hers);
		await joinByLink(
			hers,
			cards.find(({ name }) => name === NEW)!
		);
		await own.goto(`/courses/${course.slug}`);
		await expect(message(hers, 'together.heardMark')).toHaveCount(1);
		await expect(message(hers, 'course.done')).toHaveCount(0);
	});
	await test.step('signed out, the women are gone from the phone', async () => {
		await phone.goto(`/trainer/groups/${group}`);
		await signOut(page);
		await expect(page).toHaveURL(/sign-in/);
		await phone.goto('/together');
		await expect(control(page, 'together.here')).toBeVisible();
		await expect(open(page, 'Nà Chang')).toHaveCount(0);
	});
});

test('a woman starts a lesson for those who are here, and for her own group, on her own phone', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { course, lessons } = await firstCourse(house);
	const lesson = lessons[1]!;
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Bản Phố', ['Lù Thị Say', 'Lù Thị Chở']);
	const laptop = trainer.page;
	const group = laptop.url();
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.goto(`/courses/${course.slug}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await control(page, 'together.open').tap();
	await expect(open(page, 'Bản Phố')).toBeVisible();
	await phone.close();
	await house.stop();

	await test.step('strangers are counted by pictures, and nothing is known of them', async () => {
		page = await phone.open(`/together?lesson=${lesson.slug}`);
		await control(page, 'together.here').tap();
		await page.getByRole('button', { name: textOf('person.fish'), exact: true }).tap();
		await control(page, 'together.moreUp').tap();
		await expect(message(page, 'together.count', { n: 2 })).toBeVisible();
		await control(page, 'together.next').tap();
		await hears(page, lesson.cards[0]!.say.vi.clip);
		for (const { say } of lesson.cards.slice(1))
			await hearsAfter(page, say.vi.clip, () => control(page, 'lesson.next').tap());
	});
	await test.step('her own group, by what its women are called', async () => {
		await phone.goto(`/together?lesson=${lesson.slug}`);
		await open(page, 'Bản Phố').tap();
		await expect(face(page, 'Chở')).toBeVisible();
		await expect(page.getByText('Lù Thị')).toHaveCount(0);
		await control(page, 'together.all').tap();
		const since = await now(page);
		await control(page, 'together.next').tap();
		await hearTogether(page, lesson, since);
		await raiseHands(page, lesson, ['Say']);
		await expect(message(page, 'together.done')).toBeVisible();
		const told = (await keptEvents(page)).filter(({ kind }) => kind === 'lesson.heard_together');
		expect(told).toHaveLength(1);
	});
	await test.step('it comes with her own events, and the other one’s history has it', async () => {
		await house.start();
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		await laptop.goto(group);
		await expect(laptop.getByRole('button', { name: /đã nghe trong nhóm/ })).toHaveCount(2);
		await phone.goto(`/courses/${course.slug}`);
		await expect(message(page, 'together.heardMark')).toHaveCount(1);
	});
});
