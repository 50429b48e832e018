import { firstCourse } from './courses';
import { storedEvents } from './at-house';
import { expect, test } from './journey';
import { joinByLink } from './join';
import { chooseVietnamese, nextLesson } from './learn';
import { learnElsewhere } from './learn-elsewhere';
import { keptEvents } from './on-phone';
import { FOLLOWUP_QUESTIONS, type FollowUpQuestion } from '../../src/lib/domain/followup';
import { Trainer } from './trainer';
import { consoleText, control, message, textOf, type LearnerKey } from './words';
import type { Page } from '@playwright/test';

const DAY_MS = 24 * 3600_000;
/** What she says on the 30th day. */
const SAYS = {
	'sells-online': 'not-yet',
	'refused-trick': 'yes',
	'paid-by-phone': 'yes',
	'outside-buyers': 'no',
	'who-does-it': 'unsure'
} as const;

const asks = (page: Page, question: FollowUpQuestion) =>
	page.getByRole('heading', { name: textOf(`followup.ask.${question}`), exact: true });

/** Hears an answer by its picture, and then chooses it. */
async function say(page: Page, question: FollowUpQuestion, answer: string): Promise<void> {
	await expect(asks(page, question)).toBeVisible();
	const key = answer === 'unsure' ? 'followup.unsure' : (`followup.${question}.${answer}` as LearnerKey);
	const text = textOf(key);
	const tick = control(page, 'question.choose', { text });
	await expect(tick).toHaveCount(0);
	await control(page, 'question.hearOption', { text }).tap();
	await tick.tap();
}

const answered = async (page: Page) =>
	(await keptEvents(page)).filter(({ kind }) => kind.startsWith('followup.'));

test('30 and 90 days after a course she is asked five questions by ear, without a server; her trainer reads the answers', async ({
	browser,
	house,
	newPhone
}, testInfo) => {
	test.setTimeout(240_000);
	const { course } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Bản Kể', ['Mai']);
	const phone = newPhone();
	const page = await phone.open();
	const startMs = Date.now();
	const invitation = control(page, 'followup.invite');
	await chooseVietnamese(page);
	await learnElsewhere(house.origin, card!, course, [
		{ kind: 'course.completed', data: { course: course.slug } }
	]);
	await joinByLink(page, card!);
	await expect
		.poll(async () => (await keptEvents(page)).map(({ kind }) => kind))
		.toContain('course.completed');
	// A page that was opened while the worker was being installed may stay without it: this one is opened after it.
	await phone.goto('/');
	await phone.isSetUp();

	await test.step('not on the day, nor on the 29th', async () => {
		for (const days of [0, 29]) {
			await phone.context.clock.setFixedTime(startMs + days * DAY_MS);
			await phone.goto('/');
			await expect(nextLesson(page)).toBeVisible();
			await expect(invitation).toHaveCount(0);
		}
	});

	await test.step('on the 31st it stands below the next lesson, and nobody has to read', async () => {
		await phone.context.clock.setFixedTime(startMs + 31 * DAY_MS);
		await phone.goto('/');
		await expect(nextLesson(page)).toBeVisible();
		await expect(invitation).toBeVisible();
		await house.stop();
		await page.screenshot({ path: testInfo.outputPath('invitation.png') });
		await invitation.tap();
		await expect(message(page, 'followup.intro')).toBeVisible();
		await page.screenshot({ path: testInfo.outputPath('question.png') });
		await say(page, 'sells-online', 'yes');
		await say(page, 'refused-trick', SAYS['refused-trick']);
		await expect(asks(page, 'paid-by-phone')).toBeVisible();
	});

	await test.step('an answer can be changed: the last one counts', async () => {
		await control(page, 'followup.previous').tap();
		await expect(asks(page, 'refused-trick')).toBeVisible();
		await control(page, 'followup.previous').tap();
		await say(page, 'sells-online', SAYS['sells-online']);
		await expect(asks(page, 'refused-trick')).toBeVisible();
	});

	await test.step('a tab that was closed goes on where she was', async () => {
		await phone.close();
		await phone.open();
		await phone.context.clock.setFixedTime(startMs + 32 * DAY_MS);
		await phone.goto('/');
		await control(phone.page, 'followup.invite').tap();
		for (const question of FOLLOWUP_QUESTIONS.slice(2)) await say(phone.page, question, SAYS[question]);
		await expect(message(phone.page, 'followup.thanks')).toBeVisible();
		await phone.page.screenshot({ path: testInfo.outputPath('thanks.png') });
		await control(phone.page, 'nav.home').tap();
		await expect(nextLesson(phone.page)).toBeVisible();
		await expect(control(phone.page, 'followup.invite')).toHaveCount(0);
	});

	await test.step('it is delivered once, and her trainer reads it', async () => {
		const kept = await answered(phone.page);
		expect(kept).toHaveLength(FOLLOWUP_QUESTIONS.length + 2);
		await house.start();
		await phone.goto('/');
		await expect
			.poll(async () => {
				const stored = new Set((await storedEvents(house)).map(({ id }) => id));
				return kept.filter(({ id }) => stored.has(id)).length;
			})
			.toBe(kept.length);
		await trainer.page.getByRole('link', { name: 'Mai' }).first().click();
		const panel = trainer.page.locator('#followup');
		await expect(panel.getByRole('heading', { name: consoleText('followup.title') })).toBeVisible();
		await expect(panel).toContainText(consoleText('followup.sells-online.not-yet'));
		await expect(panel).toContainText(consoleText('followup.unsure'));
		await trainer.page.screenshot({ path: testInfo.outputPath('trainer.png'), fullPage: true });
	});

	await test.step('on the 90th day again; one tap leaves it, for good', async () => {
		await house.stop();
		const her = phone.page;
		await phone.context.clock.setFixedTime(startMs + 91 * DAY_MS);
		await phone.goto('/');
		await control(her, 'followup.invite').tap();
		await control(her, 'followup.skip').tap();
		await expect(nextLesson(her)).toBeVisible();
		await expect(control(her, 'followup.invite')).toHaveCount(0);
		await phone.context.clock.setFixedTime(startMs + 95 * DAY_MS);
		await phone.goto('/');
		await expect(nextLesson(her)).toBeVisible();
		await expect(control(her, 'followup.invite')).toHaveCount(0);
		expect((await answered(her)).filter(({ kind }) => kind === 'followup.answered')).toHaveLength(
			FOLLOWUP_QUESTIONS.length + 1
		);
	});
});
