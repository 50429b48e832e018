import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import sharp, { type Sharp } from 'sharp';
import { CARDS_A_PAGE } from '../../src/lib/console/card';
import { expect, test } from './journey';
import { Trainer } from './trainer';
import { consoleControl } from './words';

/** A4 at 1/72 inch, as PDFs count. */
const A4 = { width: 595, height: 842 };
const DPI = 150;
const MARGIN_MM = 8;
const CARD_MM = { width: 97, height: 69 };
const px = (mm: number) => Math.round((mm / 25.4) * DPI);

const NAMES = [
	'Lò Thị Mẩy',
	'Nông Thị Hồng Nhung Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô',
	'Triệu'.repeat(14),
	...Array.from({ length: 16 }, (_, n) => `Bàn Thị Số ${n + 11}`)
];

/** The pages as pictures, by poppler where it is installed; null where it is not. */
function pagesOf(pdf: Buffer): Buffer[] | null {
	const folder = mkdtempSync(join(tmpdir(), 'ban-may-cards-'));
	try {
		writeFileSync(join(folder, 'cards.pdf'), pdf);
		execFileSync('pdftoppm', ['-r', String(DPI), '-png', join(folder, 'cards.pdf'), join(folder, 'page')]);
		return Array.from({ length: Math.ceil(NAMES.length / CARDS_A_PAGE) }, (_, n) =>
			readFileSync(join(folder, `page-${n + 1}.png`))
		);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw cause;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function read(picture: Buffer | Sharp): Promise<string> {
	const image = Buffer.isBuffer(picture) ? sharp(picture) : picture;
	const { data, info } = await image.flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({
		resolveWithObject: true
	});
	return decodeQr({ width: info.width, height: info.height, data });
}

/** What a camera reads on each card of a page, from left to right and down. */
async function linksOn(page: Buffer, cards: number): Promise<string[]> {
	const links = [];
	for (let n = 0; n < cards; n++) {
		const left = px(MARGIN_MM + (n % 2) * CARD_MM.width);
		const top = px(MARGIN_MM + Math.floor(n / 2) * CARD_MM.height);
		const size = { width: px(CARD_MM.width), height: px(CARD_MM.height) };
		links.push(await read(sharp(page).extract({ left, top, ...size })));
	}
	return links;
}

/** The codes as they stand on the screen that is about to be printed. */
async function linksOnScreen(page: Page): Promise<string[]> {
	const links = [];
	for (const card of await page.getByRole('article').all())
		links.push(await read(await card.screenshot({ scale: 'device' })));
	return links;
}

test('cards come out of the printer eight a page, whole, and a camera reads each', async ({
	house,
	browser
}) => {
	test.setTimeout(300_000);
	const trainer = await Trainer.signIn(browser, house);
	const { page } = trainer;
	await trainer.makeGroup('Nà Chang');
	await trainer.addWomen(NAMES);
	const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
	await consoleControl(page, 'group.printNew', { n: NAMES.length }).first().click();
	const sent = await (await answered).text();
	const links = new Set(sent.match(/https?:[^"'\s]+\/join#[\w-]{22}/g));
	expect(links.size).toBe(NAMES.length);
	await expect(page.getByRole('article')).toHaveCount(NAMES.length);

	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: Math.round(((210 - 2 * MARGIN_MM) / 25.4) * 96), height: 1062 });
	const cut = await page
		.getByRole('article')
		.evaluateAll((cards) =>
			cards
				.filter((card) =>
					[card, ...card.querySelectorAll('*')].some(
						(part) => part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 0
					)
				)
				.map((card) => card.textContent)
		);
	expect(cut, 'nothing is cut off').toEqual([]);

	const pdf = await page.pdf({ preferCSSPageSize: true });
	const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	expect(boxes).toHaveLength(Math.ceil(NAMES.length / CARDS_A_PAGE));
	for (const [, width, height] of boxes) {
		expect(Number(width)).toBeCloseTo(A4.width, 0);
		expect(Number(height)).toBeCloseTo(A4.height, 0);
	}

	const pages = pagesOf(pdf);
	const seen = pages
		? await Promise.all(
				pages.map((one, n) => linksOn(one, Math.min(CARDS_A_PAGE, NAMES.length - n * CARDS_A_PAGE)))
			)
		: [await linksOnScreen(page)];
	expect(new Set(seen.flat())).toEqual(links);
	expect(seen.flat()).toHaveLength(NAMES.length);
});
