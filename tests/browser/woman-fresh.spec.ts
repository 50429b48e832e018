import { firstCourse } from './courses';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese, hearCards, nextLesson } from './learn';
import { Trainer } from './trainer';
import { consoleMessage, consoleText } from './words';

const WOMAN = 'Lò Thị Mẩy';

test('a woman’s open page says by itself what she has done, and keeps what is being typed', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(180_000);
	const { lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const { page: laptop } = trainer;
	await laptop.getByRole('link', { name: WOMAN }).first().click();
	await expect(laptop.getByRole('heading', { name: WOMAN })).toBeVisible();
	await expect(consoleMessage(laptop, 'fresh.live')).toBeVisible();
	const note = laptop.getByRole('form', { name: consoleText('notes.new') }).getByRole('textbox');
	await note.fill('Gọi chị tối nay');

	const page = await newPhone().open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await nextLesson(page).tap();
	await hearCards(page, lessons[0]!);

	// Her phone gathers for some seconds before it calls.
	const news = laptop.getByRole('status').filter({ hasText: consoleText('woman.news') });
	await expect(news).toHaveCount(1, { timeout: 45_000 });
	await expect(laptop.getByText(consoleText('ago.now')).first()).toBeVisible({ timeout: 20_000 });
	await expect(note).toHaveValue('Gọi chị tối nay');
});
