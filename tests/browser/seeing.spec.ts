import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { explainingCard } from '../../src/lib/domain/explaining-card';
import type { House } from '../../scripts/testing/house.mjs';
import { storedEvents } from './at-house';
import { firstCourse } from './courses';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { answer, chooseVietnamese, give, hearCards, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, control, message } from './words';

const WOMAN = 'Lò Thị Mẩy';
const OTHER = 'Giàng Thị Dợ';
/** From her phone's sync to the trainer's open page. */
const SOON = { timeout: 10_000 };

/** Her phone gathers for some seconds before it calls: the 10 s begin when the house has all that she did. */
async function isDelivered(house: House, page: Page) {
	const done = (await keptEvents(page)).length;
	await expect.poll(async () => (await storedEvents(house)).length, { timeout: 30_000 }).toBe(done);
}

const titled = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function isAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a woman gets a question wrong three times: her trainer’s open pages show her, why and what to do, until she has it', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { lessons } = await firstCourse(house);
	const lesson = lessons[0]!;
	const [hard, ...others] = lesson.questions;
	const ask = hard!.ask.vi!.text;
	const explains = lesson.cards.find(({ id }) => id === explainingCard(lesson, hard!))!;

	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN, OTHER]);
	const group = trainer.page;
	const home = await group.context().newPage();
	await home.goto(`${house.origin}/trainer`);
	await expect(titled(home, consoleText('needs.none'))).toBeVisible();
	await expect(titled(group, consoleText('needs.none'))).toBeVisible();

	const page = await newPhone().open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);

	await test.step('on her phone she is wrong three times', async () => {
		await nextLesson(page).tap();
		await hearCards(page, lesson);
		for (const question of lesson.questions) await answer(page, question, question !== hard);
		await answer(page, hard!, false);
		await control(page, 'lesson.next').tap(); // the card that explains it comes again
		await give(page, hard!, false);
		await expect(message(page, 'question.wrong')).toBeVisible();
		await isDelivered(house, page);
	});

	await test.step('within 10 s both open pages say who, on what, since when and what to do', async () => {
		const since = consoleText('ago.today');
		for (const open of [home, group]) {
			const item = open.getByRole('listitem').filter({ hasText: WOMAN });
			await expect(item.getByText(ask)).toBeVisible(SOON);
			await expect(item).toContainText(lesson.title.vi!.text);
			await expect(item).toContainText(`Sai 3 lần, từ ${since}`);
			await expect(item).toContainText(explains.say.vi!.text);
			await expect(consoleControl(item, 'do.openLesson')).toHaveAttribute('href', `/lessons/${lesson.slug}`);
			await expect(titled(open, 'Một chị đang cần giúp')).toBeVisible();
			// Said politely to who does not see it.
			await expect(open.getByRole('status').filter({ hasText: WOMAN })).toHaveText(
				consoleText('needs.news').replace('{names}', WOMAN)
			);
			await isAccessible(open);
		}
		await expect(group.getByRole('row', { name: ask })).toContainText('0 / 1');
	});

	await test.step('the table is gone through with the keyboard, and a square says what it is', async () => {
		const square = group.getByRole('button', { name: `Bài 1, ${lesson.title.vi!.text}` });
		// Names are in the order of the alphabet: hers is the second row.
		await square.first().focus();
		await group.keyboard.press('ArrowDown');
		await group.keyboard.press('End');
		await group.keyboard.press('Home');
		await group.keyboard.press('Enter');
		const detail = group.getByRole('status').filter({ hasText: lesson.title.vi!.text });
		await expect(detail).toContainText(`${WOMAN} · bài 1`);
		await expect(detail).toContainText(consoleText('square.stuck'));
		await expect(detail).toContainText(ask);
		await isAccessible(group);
		await group.keyboard.press('Escape');
		await expect(detail).toHaveCount(0);
	});

	await test.step('all courses scroll within their own frame, and the name stays', async () => {
		await group.setViewportSize({ width: 360, height: 640 });
		await consoleControl(group, 'grid.all').click();
		const frame = group.getByRole('region', { name: consoleText('grid.name') });
		const last = frame.getByRole('button').last();
		await last.scrollIntoViewIfNeeded();
		expect(await frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
		await expect(frame.getByRole('link', { name: WOMAN })).toBeInViewport();
		const width = () => group.evaluate(() => document.documentElement.scrollWidth);
		expect(await width()).toBe(360);
		await group.setViewportSize({ width: 1280, height: 800 });
	});

	await test.step('her own page says the same, holds her answers, and a note for her trainer alone', async () => {
		const hers = await group.context().newPage();
		await hers.goto(`${house.origin}/trainer`);
		await hers.getByRole('link', { name: WOMAN }).first().click();
		await expect(titled(hers, consoleText('woman.needs'))).toBeVisible();
		await hers.getByText(/đúng lần đầu \d+ \/ \d+ câu/).click();
		const row = hers.getByRole('row', { name: ask });
		await expect(row.getByRole('cell')).toContainText([
			consoleText('answers.wrong'),
			'3',
			consoleText('answers.notYet')
		]);
		const form = hers.getByRole('form', { name: consoleText('notes.new') });
		await form.getByRole('textbox').fill('Đã hẹn tối thứ Năm.');
		await consoleControl(form, 'notes.add').click();
		await expect(consoleMessage(hers, 'woman.noteWritten')).toBeVisible();
		// The words stand in its form for changing it, too.
		await expect(hers.getByRole('paragraph').filter({ hasText: 'Đã hẹn tối thứ Năm.' })).toBeVisible();
		await expect(form.getByRole('textbox')).toHaveValue('');
		await isAccessible(hers);
		await hers.close();
	});

	await test.step('weeks and questions over all groups', async () => {
		const over = await group.context().newPage();
		await over.goto(`${house.origin}/trainer/overview`);
		await expect(over.getByRole('img', { name: /Nà Chang/ })).toHaveCount(2);
		await expect(over.getByRole('row', { name: ask })).toContainText('0 / 1');
		await isAccessible(over);
		await over.close();
	});

	await test.step('once she has it right, nobody needs anything, and no page was loaded again', async () => {
		await control(page, 'question.goOn').tap();
		await control(page, 'lesson.next').tap();
		await answer(page, hard!, true);
		await expect(message(page, 'end.done')).toBeVisible();
		await isDelivered(house, page);
		for (const open of [home, group]) await expect(titled(open, consoleText('needs.none'))).toBeVisible(SOON);
		await expect(group.getByRole('row', { name: ask })).toContainText('0 / 1');
		for (const { ask: words } of others)
			await expect(group.getByRole('row', { name: words.vi!.text })).toContainText('1 / 1');
	});
});
