import type { Page } from '@playwright/test';
import { clipOf, firstCourse } from './courses';
import { hears, now } from './ears';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import type { Line } from './line';
import { keptMedia } from './on-phone';
import type { Phone } from './phone';
import { control, controlFrom, message, textOf, type LearnerKey } from './words';

const MEDIA = /^\/media\//;
/** Enough that some lessons' files are here, few enough that most are not. */
const SOME = 40;

/** Opens the course's page on a phone that has only seen the first screen. */
async function openCourse(phone: Phone, slug: string): Promise<Page> {
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();
	await phone.goto(`/courses/${slug}`);
	await expect(controlFrom(page, 'course.download')).toBeVisible();
	return page;
}

/** Taps "download" and waits until some files are on the phone and the next ones stand still on the line. */
async function beginAndHold(page: Page, line: Line): Promise<string[]> {
	line.holdAfter(SOME, MEDIA);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.downloading')).toBeVisible();
	await expect(page.getByText(/\d.* trong .*\d+([.,]\d+)? MB/).first()).toBeVisible();
	await expect.poll(() => line.held).toBeGreaterThan(0);
	await expect.poll(async () => (await keptMedia(page)).length).toBeGreaterThan(SOME / 2);
	return keptMedia(page);
}

/** Waits for the sentence to be read and, from its beginning to its end, heard. */
async function isTold(page: Page, line: Line, key: LearnerKey, since: number): Promise<void> {
	await expect(
		page
			.getByRole('alert')
			.filter({ has: message(page, key) })
			.or(message(page, key))
	).toBeVisible({ timeout: 60_000 });
	await hears(page, await clipOf(line, textOf(key)), since);
}

const mediaAsked = (line: Line, since: number) =>
	line.asked.slice(since).flatMap((asked) => (asked.startsWith('GET /media/') ? [asked.slice(4)] : []));

/** It is done, and nothing that was here came a second time. */
async function endsWithout(page: Page, line: Line, kept: string[], since: number): Promise<void> {
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	const again = mediaAsked(line, since).filter((path) => kept.includes(path));
	expect(again, 'files that were here already').toEqual([]);
	expect(mediaAsked(line, since).length, 'some files had been lacking').toBeGreaterThan(0);
}

test('says its size before; a server killed in the middle is told aloud, and only the rest comes later', async ({
	house,
	line,
	newPhone
}) => {
	const { course } = await firstCourse(house);
	const page = await openCourse(newPhone(line), course.slug);
	await expect(controlFrom(page, 'course.download')).toHaveAccessibleName(/\d([.,]\d)? MB$/);
	const sentence = await clipOf(house, textOf('course.offline'));

	const kept = await beginAndHold(page, line);
	const before = await now(page);
	await house.stop('SIGKILL');
	line.release();
	await expect(message(page, 'course.offline')).toBeVisible({ timeout: 30_000 });
	await hears(page, sentence, before);

	await house.start();
	const since = line.asked.length;
	await controlFrom(page, 'course.resume').tap();
	await endsWithout(page, line, kept, since);
});

test('pauses, stays paused over a reload, goes on, and frees its room when it is deleted', async ({
	house,
	line,
	newPhone
}) => {
	const { course, lessons } = await firstCourse(house);
	const page = await openCourse(newPhone(line), course.slug);
	await beginAndHold(page, line);
	await control(page, 'course.pause').tap();
	await expect(message(page, 'course.paused')).toBeVisible();
	line.release();
	await page.reload();
	await expect(message(page, 'course.paused')).toBeVisible();
	const kept = await keptMedia(page);

	const since = line.asked.length;
	await control(page, 'course.resume').tap();
	await endsWithout(page, line, kept, since);

	const clip = `/media/${lessons.at(-1)!.cards[0]!.say.vi!.clip}`;
	expect(await keptMedia(page)).toContain(clip);
	await control(page, 'course.remove').tap();
	await expect(control(page, 'course.removeNo')).toBeFocused();
	await control(page, 'course.removeYes').tap();
	await expect(controlFrom(page, 'course.download')).toBeVisible();
	expect(await keptMedia(page)).not.toContain(clip);
});

test('goes on by itself after the browser was killed in the middle', async ({ house, line, newPhone }) => {
	const { course } = await firstCourse(house);
	const phone = newPhone(line);
	const kept = await beginAndHold(await openCourse(phone, course.slug), line);
	await phone.kill();
	line.release();
	const since = line.asked.length;
	const page = await phone.open(`/courses/${course.slug}`);
	await endsWithout(page, line, kept, since);
});

test('refuses a file that was damaged on the way, says so, and gets it whole later', async ({
	house,
	line,
	newPhone
}) => {
	const { course, lessons } = await firstCourse(house);
	const page = await openCourse(newPhone(line), course.slug);
	const clip = `/media/${lessons[2]!.cards[1]!.say.vi!.clip}`;
	line.damaged.add(clip);
	const before = await now(page);
	await controlFrom(page, 'course.download').tap();
	await isTold(page, line, 'course.damaged', before);
	expect(await keptMedia(page)).not.toContain(clip);

	line.damaged.clear();
	const kept = await keptMedia(page);
	const since = line.asked.length;
	await controlFrom(page, 'course.resume').tap();
	await endsWithout(page, line, kept, since);
	expect(mediaAsked(line, since)).toEqual([clip]);
});

test('a full phone says so and loses nothing', async ({ house, line, newPhone }) => {
	const { course } = await firstCourse(house);
	const phone = newPhone(line);
	const page = await openCourse(phone, course.slug);
	const cdp = await phone.context.newCDPSession(page);
	const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin: line.origin });
	await cdp.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: usage + 500_000 });
	const before = await now(page);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.full')).toBeVisible({ timeout: 30_000 });
	await hears(page, await clipOf(house, textOf('course.full')), before);
	const kept = await keptMedia(page);
	expect(kept.length).toBeGreaterThan(0);

	await cdp.send('Storage.overrideQuotaForOrigin', { origin: line.origin });
	const since = line.asked.length;
	await controlFrom(page, 'course.resume').tap();
	await endsWithout(page, line, kept, since);
});
