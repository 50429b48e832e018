import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { newPhone, openBrowser, openPhonePage } from './phone.mjs';

const DAY_MS = 24 * 3600_000;
/** Lessons that she has done: twice as many as there are. */
const LESSONS_DONE = 100;
const QUESTIONS = 2;

/**
 * What hearing again costs: the JavaScript that comes with it, requests to the server, and how much longer a lesson's
 * opening takes when there is something due, for somebody who has answered a great many questions.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function review({ house, catalog }) {
	const course = /** @type {NonNullable<(typeof catalog.courses)[number]>} */ (catalog.courses[0]);
	const lessons = course.modules.flatMap((module) => module.lessons.map(({ slug }) => slug));
	const browser = await openBrowser();
	try {
		const context = await newPhone(browser);
		const { page } = await openPhonePage(context);
		await page.goto(`${house.origin}/lessons/${lessons[0]}`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'ban-may'));
		await page.goto(`${house.origin}/courses/${course.slug}`);
		await page.locator('[data-say^="course.download"]').first().tap();
		await page.locator('[data-say="course.onPhoneSay"]').waitFor({ timeout: 300_000 });
		await page.waitForTimeout(5000);
		// What is asked before a course is not what is measured.
		await page.locator(`a[href="/lessons/${lessons[1]}"]`).first().tap();
		await page.locator('[data-say="check.skip"]').tap();
		await page.locator('[data-say="lesson.next"]').waitFor();
		const plain = await opening(page, course.slug, lessons[2]);
		await page.goto(`${house.origin}/`);
		await page.evaluate(learnMuch, { lessons, count: LESSONS_DONE, questions: QUESTIONS, at: Date.now() - 9 * DAY_MS });
		await house.stop();
		const due = await opening(page, course.slug, lessons[3]);
		await house.start();
		const own = [...plain.scripts, ...due.scripts].filter(isOfReview);
		return [
			{ name: 'hear again: JavaScript of its own', value: weightOf(own) / 1000, unit: 'kB', budget: 3 },
			// The server was stopped: one that she could not do without would have held her up.
			{ name: 'hear again: requests to the server', value: due.isShown ? 0 : NaN, unit: '', budget: 0 },
			{ name: `hear again: opening a lesson, after ${LESSONS_DONE * QUESTIONS} answers`, value: due.ms, unit: 'ms', budget: 1000 },
			{ name: 'the same with nothing due', value: plain.ms, unit: 'ms', budget: 1000 }
		];
	} finally {
		await browser.close();
	}
}

/** From the tap on a lesson until its first step, or a question of an earlier one, is shown.
 * @param {import('@playwright/test').Page} page @param {string} course @param {string | undefined} lesson */
async function opening(page, course, lesson) {
	await page.goto(new URL(`/courses/${course}`, page.url()).href);
	const row = page.locator(`a[href="/lessons/${lesson}"]`).first();
	await row.waitFor();
	// Let the page settle: what it loads by itself is not the lesson's.
	await page.waitForTimeout(3000);
	const shown = page.locator('[data-say="review.title"], [data-say="lesson.next"]').first();
	const startedAt = Date.now();
	await row.tap();
	await shown.waitFor({ timeout: 30_000 });
	const ms = Date.now() - startedAt;
	const isShown = (await page.locator('[data-say="review.title"]').count()) > 0;
	const scripts = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.filter((path) => path.endsWith('.js'))
	);
	return { ms, isShown, scripts };
}

/** The page's own, and what looks for what is due; questions and their verdicts are every lesson's.
 * @param {string} path */
function isOfReview(path) {
	const file = `build/client${path}`;
	if (!existsSync(file)) return false;
	const text = readFileSync(file, 'utf8');
	return path.includes('/later/') || (text.includes('review.answered') && text.length < 20_000);
}

/** @param {string[]} paths @returns {number} bytes, as the server sends them */
function weightOf(paths) {
	return [...new Set(paths)].reduce(
		(sum, path) => sum + brotliCompressSync(readFileSync(`build/client${path}`)).length,
		0
	);
}

/** Runs in the page: writes what a year of lessons leaves in her phone's database.
 * @param {{lessons: string[], count: number, questions: number, at: number}} much */
async function learnMuch({ lessons, count, questions, at }) {
	const asked = indexedDB.open('ban-may');
	const database = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
	const tx = database.transaction(['profiles', 'events', 'progress'], 'readwrite');
	const all = tx.objectStore('profiles').getAll();
	const profile = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result[0])));
	let seq = profile.nextSeq;
	/** @param {string} kind @param {object} data */
	const put = (kind, data) => {
		const id = `01${String(seq).padStart(24, '0')}`;
		tx.objectStore('events').put({ profile: profile.id, device: profile.device, seq: seq++, id, at, kind, data });
	};
	for (let n = 0; n < count; n++) {
		// The first two are lessons that are here; most are of courses long gone from her phone.
		const lesson = n < 2 ? lessons[n] : `gone-${n}`;
		for (let question = 1; question <= questions; question++)
			put('question.answered', { lesson, question, try: 1, right: true });
		put('lesson.completed', { lesson });
	}
	tx.objectStore('profiles').put({ ...profile, nextSeq: seq });
	await new Promise((resolve) => (tx.oncomplete = resolve));
	database.close();
}
