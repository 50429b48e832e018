import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';
import type { Catalog, CatalogCourse } from '../../src/lib/domain/course';
import type { Lesson, Question } from '../../src/lib/domain/lesson';
import { expect, test } from './journey';

const A4_MM = { width: 210, height: 297 };
const DPI = 150;
const MM_AN_INCH = 25.4;
const px = (mm: number) => Math.round((mm / MM_AN_INCH) * DPI);
const points = (mm: number) => (mm / MM_AN_INCH) * 72;
/** src/lib/studio/print: where a question card lies on its sheet. */
const CARD = { marginMm: 8, widthMm: 97, heightMm: 93, aRow: 2, aPage: 6 };
/** A picture that is smaller on paper shows nothing to somebody who does not read. */
const LEAST_PICTURE_MM = 9;
/** A cut line may be half a millimetre beside the other side's: printers are not better. */
const REGISTER_MM = 0.5;

type Area = { left: number; top: number; width: number; height: number };
type Printed = { pages: Buffer[]; textIn: (page: number, area: Area) => string };

/** The printer's pages: as pictures, and the words in a part of one (in mm). Null where poppler is not installed. */
function printed(pdf: Buffer): Printed | null {
	const folder = mkdtempSync(join(tmpdir(), 'ban-may-print-'));
	const file = join(folder, 'a.pdf');
	writeFileSync(file, pdf);
	try {
		execFileSync('pdftoppm', ['-r', String(DPI), '-png', file, join(folder, 'page')]);
		const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
		const pages = names.sort().map((name) => readFileSync(join(folder, name)));
		const words = pages.map((_, n) => wordsOf(file, n + 1));
		const textIn = (page: number, area: Area) =>
			(words[page] ?? [])
				.filter(({ x, y }) => isIn(area, x, y))
				.map(({ word }) => word)
				.join(' ');
		return { pages, textIn };
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw cause;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Words of a page with the middle of each, in mm. */
function wordsOf(file: string, page: number) {
	const only = ['-f', String(page), '-l', String(page)];
	const html = execFileSync('pdftotext', [...only, '-bbox', file, '-'], { maxBuffer: 1e8 }).toString();
	const each = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
	const mm = (a: string, b: string) => (((Number(a) + Number(b)) / 2) * MM_AN_INCH) / 72;
	return [...html.matchAll(each)].map(([, x1 = '', y1 = '', x2 = '', y2 = '', word = '']) => ({
		...{ x: mm(x1, x2), y: mm(y1, y2) },
		word: word
			.replaceAll('&quot;', '"')
			.replaceAll('&apos;', "'")
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&amp;', '&')
	}));
}

const isIn = ({ left, top, width, height }: Area, x: number, y: number) =>
	x >= left && x < left + width && y >= top && y < top + height;

/** Words of a sentence that paper does not show; those of columns beside each other come in each other's way, and a line
 * may end at a hyphen. */
function missingFrom(paper: string, sentence: string): string[] {
	const words = (text: string) =>
		text
			.normalize('NFC')
			.split(/[\s-]+/)
			.filter(Boolean);
	const there = words(paper);
	return words(sentence).filter((word) => {
		const at = there.indexOf(word);
		if (at >= 0) there.splice(at, 1);
		return at < 0;
	});
}

/** Opens a page to print, as wide as paper is between its margins, and waits for its pictures. */
async function openToPrint(page: Page, address: string, marginMm: number): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({
		width: Math.round(((A4_MM.width - 2 * marginMm) / MM_AN_INCH) * 96),
		height: 1062
	});
	await page.goto(address);
	await page
		.locator('article img')
		.evaluateAll((pictures) => Promise.all(pictures.map((one) => (one as HTMLImageElement).decode())));
}

/** Where something does not fit, in words; and pictures that are too small to be seen. */
async function cutOff(page: Page): Promise<string[]> {
	return page.getByRole('article').evaluateAll(
		(articles, { least }) =>
			articles.flatMap((article) => {
				const name = article.textContent?.trim().slice(0, 60) ?? '';
				const outer = article.getBoundingClientRect();
				const parts = [...article.querySelectorAll('*')].filter((part) => !part.closest('svg'));
				const cut = [article, ...parts].some(
					(part) =>
						(part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 0) ||
						part.getBoundingClientRect().bottom > outer.bottom + 1 ||
						part.getBoundingClientRect().right > outer.right + 1
				);
				const small = [...article.querySelectorAll('img')].some(
					(one) => one.getBoundingClientRect().height < least
				);
				return [...(cut ? [`${name}: cut off`] : []), ...(small ? [`${name}: a picture is too small`] : [])];
			}),
		{ least: (LEAST_PICTURE_MM / MM_AN_INCH) * 96 }
	);
}

async function pdfOf(page: Page, sheets: number): Promise<Printed | null> {
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	expect(boxes).toHaveLength(sheets);
	for (const [, width, height] of boxes) {
		expect(Number(width)).toBeCloseTo(points(A4_MM.width), 0);
		expect(Number(height)).toBeCloseTo(points(A4_MM.height), 0);
	}
	return printed(pdf);
}

async function coursesOf(origin: string): Promise<{ course: CatalogCourse; lessons: Lesson[] }[]> {
	const catalog = (await (await fetch(`${origin}/api/catalog`)).json()) as Catalog;
	return Promise.all(
		catalog.courses.map(async (course) => ({
			course,
			lessons: await Promise.all(
				course.modules
					.flatMap(({ lessons }) => lessons)
					.map(
						async ({ hash }) => (await (await fetch(`${origin}/api/lessons/${hash}.json`)).json()) as Lesson
					)
			)
		}))
	);
}

const say = (by: Lesson['title'], language: string) => (by[language] ?? by.vi).text;

test('each lesson is one A4 sheet: every card with its picture, and a code that a camera reads', async ({
	house,
	browser
}) => {
	test.setTimeout(300_000);
	const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
	for (const { course, lessons } of await coursesOf(house.origin))
		for (const language of ['vi', 'en']) {
			await openToPrint(page, `${house.origin}/print/courses/${course.slug}?language=${language}`, 10);
			expect(await cutOff(page), `${course.slug} in ${language}`).toEqual([]);
			for (const [n, lesson] of lessons.entries())
				await expect(page.getByRole('article').nth(n).locator('li img')).toHaveCount(lesson.cards.length);
			const paper = await pdfOf(page, lessons.length);
			if (!paper) continue;
			for (const [n, lesson] of lessons.entries()) {
				const all = paper.textIn(n, { left: 0, top: 0, ...A4_MM });
				const said = [lesson.title, lesson.objective, ...lesson.cards.map(({ say: text }) => text)];
				if (lesson.discuss) said.push(lesson.discuss);
				expect(missingFrom(all, said.map((text) => say(text, language)).join(' '))).toEqual([]);
				expect(await codeOn(paper.pages[n]!)).toBe(`${house.origin}/lessons/${lesson.slug}`);
				expect(await marginIsWhite(paper.pages[n]!), 'nothing runs off the paper').toBe(true);
			}
		}
});

/** What a camera reads in the corner where the code is. */
async function codeOn(sheet: Buffer): Promise<string> {
	const { width = 0 } = await sharp(sheet).metadata();
	const corner = { left: width - px(50), top: px(5), width: px(50), height: px(55) };
	const { data, info } = await sharp(sheet)
		.extract(corner)
		.flatten({ background: '#fff' })
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return decodeQr({ width: info.width, height: info.height, data });
}

/** Home printers leave 5 mm of each edge white. */
async function marginIsWhite(sheet: Buffer): Promise<boolean> {
	const { data, info } = await sharp(sheet).greyscale().raw().toBuffer({ resolveWithObject: true });
	const edge = px(5);
	const isEdge = (i: number) => {
		const [x, y] = [i % info.width, Math.floor(i / info.width)];
		return x < edge || y < edge || x >= info.width - edge || y >= info.height - edge;
	};
	return !data.some((value, i) => value < 250 && isEdge(i));
}

const questionsOf = (lessons: Lesson[]) =>
	lessons.flatMap((lesson) => lesson.questions.map((question) => ({ lesson, question })));
const partsOf = (question: Question) => (question.kind === 'order' ? question.steps : question.options);

const cell = (at: number): Area => ({
	left: CARD.marginMm + (at % CARD.aRow) * CARD.widthMm,
	top: CARD.marginMm + Math.floor(at / CARD.aRow) * CARD.heightMm,
	...{ width: CARD.widthMm, height: CARD.heightMm }
});
/** Behind it, when the paper is turned over its long edge. */
const behind = (at: number) => cell(at % CARD.aRow === 0 ? at + 1 : at - 1);

test('question cards print on both sides: each answer lies behind its question, and the cuts meet', async ({
	house,
	browser
}) => {
	test.setTimeout(300_000);
	const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
	for (const { course, lessons } of await coursesOf(house.origin))
		for (const language of ['vi', 'en']) {
			await openToPrint(page, `${house.origin}/print/courses/${course.slug}/cards?language=${language}`, 8);
			expect(await cutOff(page), `${course.slug} in ${language}`).toEqual([]);
			const questions = questionsOf(lessons);
			const sheets = Math.ceil(questions.length / CARD.aPage);
			const paper = await pdfOf(page, 2 * sheets);
			if (!paper) continue;
			for (const [i, { question }] of questions.entries()) {
				const [sheet, at] = [Math.floor(i / CARD.aPage), i % CARD.aPage];
				const front = paper.textIn(2 * sheet, cell(at));
				const back = paper.textIn(2 * sheet + 1, behind(at));
				const [ask, why] = [say(question.ask, language), say(question.why, language)];
				const parts = partsOf(question).map(({ text }) => say(text, language));
				expect(missingFrom(front, [ask, ...parts].join(' '))).toEqual([]);
				expect(missingFrom(back, [ask, why].join(' '))).toEqual([]);
				expect(missingFrom(front, why), 'the answer is not on the front').not.toEqual([]);
			}
			for (let sheet = 0; sheet < sheets; sheet++) {
				const [front, back] = [
					await cutsOn(paper.pages[2 * sheet]!),
					await cutsOn(paper.pages[2 * sheet + 1]!)
				];
				expect(Math.abs(front.across - back.across)).toBeLessThanOrEqual(px(REGISTER_MM));
				expect(Math.abs(front.down - (A4_MM.width * DPI) / MM_AN_INCH + back.down)).toBeLessThanOrEqual(
					px(REGISTER_MM)
				);
			}
		}
});

/** Where the dashed lines between the first cards lie, in pixels: the darkest column and row near where they belong. */
async function cutsOn(sheet: Buffer): Promise<{ down: number; across: number }> {
	const { data, info } = await sharp(sheet).greyscale().raw().toBuffer({ resolveWithObject: true });
	const dark = (x: number, y: number) => 255 - (data[y * info.width + x] ?? 255);
	const first = cell(0);
	const near = px(3);
	const darkest = (about: number, sumAt: (at: number) => number) => {
		const candidates = Array.from({ length: 2 * near + 1 }, (_, i) => about - near + i);
		const sums = candidates.map((at) => sumAt(at));
		const most = Math.max(...sums);
		expect(most, 'there is a line to cut along').toBeGreaterThan(0);
		const on = candidates.filter((_, i) => sums[i]! > most / 2);
		return on.reduce((sum, at) => sum + at, 0) / on.length;
	};
	// The last sheet may hold one card, which lies left on its front and right on its back.
	const rows = Array.from({ length: info.height }, (_, y) => y);
	const columns = Array.from({ length: info.width }, (_, x) => x);
	return {
		down: darkest(px(first.left + first.width), (x) => rows.reduce((sum, y) => sum + dark(x, y), 0)),
		across: darkest(px(first.top + first.height), (y) => columns.reduce((sum, x) => sum + dark(x, y), 0))
	};
}
