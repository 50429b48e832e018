import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { storedEvents } from './at-house';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { Trainer } from './trainer';
import { control, message, textOf, type LearnerKey } from './words';

test.use({
	// A phone whose microphone hears a beep each second.
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [
				...(launchOptions.args ?? []),
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream'
			]
		})
});

/** How many files the pages have that a first visit does without. */
const laterFiles = () =>
	readdirSync('build/client/_app/immutable/later', { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(js|css)$/.test(name)
	).length;
const BUYER = 'Chị Hoa chợ Lùng Phình';
const note = (page: Page, n: number) => control(page, 'sell.amount', { n: n.toLocaleString('vi') }).tap();
const tap = (page: Page, key: LearnerKey) => control(page, key).tap();
const isSaid = (page: Page, key: LearnerKey, params?: Record<string, string | number>) =>
	expect(message(page, key, params)).toBeVisible();

/** Puts a bottle of honey for 320.000 đồng into a stall of her own, five of them, without a photo or a story. */
async function offerHoney(page: Page): Promise<void> {
	await tap(page, 'sell.first');
	await tap(page, 'sell.photo.none');
	await tap(page, 'sell.kind.honey');
	await tap(page, 'sell.next');
	await tap(page, 'sell.skip');
	await tap(page, 'sell.price.know');
	for (const n of [200_000, 100_000, 20_000]) await note(page, n);
	await tap(page, 'sell.next');
	await tap(page, 'sell.next');
	for (let n = 2; n <= 5; n++) {
		await tap(page, 'sell.price.up');
		await isSaid(page, 'sell.stock.count', { n });
	}
	await tap(page, 'sell.next');
	await tap(page, 'sell.way.post');
	await tap(page, 'sell.next');
	await tap(page, 'sell.skip');
	await tap(page, 'sell.next');
	await tap(page, 'sell.publish');
	await page.getByRole('button', { name: 'Gian hàng Mẩy' }).tap();
	await tap(page, 'sell.title');
	await expect(control(page, 'sell.toBook')).toBeVisible();
}

/** One more order of what stands first, written and paid. */
async function sellOne(page: Page): Promise<void> {
	await tap(page, 'book.order.new');
	await control(page, 'book.what.is').first().tap();
	await tap(page, 'book.next');
	await tap(page, 'book.write');
	await tap(page, 'book.see');
	await tap(page, 'book.do.paid');
	await isSaid(page, 'book.state.paid');
	await tap(page, 'nav.back');
}

test('from an order to its money without a network, a month, a file, and a number that leaves only with her yes', async ({
	house,
	line,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	const phone = newPhone(line);
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();
	await phone.goto('/sell');
	await expect
		.poll(() => page.evaluate(async () => (await (await caches.open('later-1')).keys()).length), {
			message: 'all pages for later are on the phone',
			timeout: 60_000
		})
		.toBeGreaterThanOrEqual(laterFiles());
	await house.stop();

	await test.step('an order is written: what, how many, and who, in words and in her voice', async () => {
		await phone.goto('/sell');
		await offerHoney(page);
		await tap(page, 'sell.toBook');
		await isSaid(page, 'book.none');
		await tap(page, 'book.order.new');
		await control(page, 'book.what.is').tap();
		await tap(page, 'book.count.more');
		await isSaid(page, 'book.price.is', { price: '320.000', total: '640.000' });
		await tap(page, 'book.next');
		await page.getByLabel(textOf('book.who.name')).fill(BUYER);
		await tap(page, 'book.who.speak');
		await tap(page, 'voices.record');
		await expect(page.getByText('· 2″')).toBeVisible();
		await tap(page, 'voices.stop');
		await expect(control(page, 'voices.play')).toBeVisible();
		await tap(page, 'book.write');
		await isSaid(page, 'book.writtenStock', { n: 3 });
	});

	await test.step('packed, sent, and paid; a step is taken back; the battery changes nothing', async () => {
		await tap(page, 'book.see');
		await tap(page, 'book.do.packed');
		await isSaid(page, 'book.state.packed');
		await tap(page, 'book.do.sent');
		await isSaid(page, 'book.state.sent');
		await tap(page, 'book.undo');
		await isSaid(page, 'book.state.packed');
		await tap(page, 'book.do.sent');
		await isSaid(page, 'book.state.sent');
		await tap(page, 'book.do.paid');
		await isSaid(page, 'book.state.done');
		await page.reload();
		await isSaid(page, 'book.state.done');
		await tap(page, 'book.mark.play');
		await expect(page.getByText(BUYER)).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await tap(page, 'nav.back');
	});

	await test.step('one that is not taken brings no money, and its goods are back', async () => {
		await tap(page, 'book.order.new');
		await control(page, 'book.what.is').tap();
		await tap(page, 'book.next');
		await tap(page, 'book.write');
		await isSaid(page, 'book.writtenStock', { n: 2 });
		await tap(page, 'book.see');
		await tap(page, 'book.do.packed');
		await isSaid(page, 'book.state.packed');
		await tap(page, 'book.do.sent');
		await isSaid(page, 'book.state.sent');
		await tap(page, 'book.do.returned');
		await isSaid(page, 'book.state.returned');
		await phone.goto('/sell');
		await page.locator('a[href^="/sell/product/"]').tap();
		await isSaid(page, 'sell.stock.count', { n: 3 });
	});

	await test.step('money goes out in notes, too much is refused, a slip is taken back', async () => {
		await phone.goto('/sell/book');
		await tap(page, 'book.out');
		for (const n of [100_000, 50_000, 500_000]) await note(page, n);
		await tap(page, 'sell.money.back');
		await isSaid(page, 'sell.amount', { n: '150.000' });
		await tap(page, 'book.next');
		await tap(page, 'book.for.material');
		await isSaid(page, 'book.did.out', { n: '150.000' });
		await tap(page, 'book.more');
		await note(page, 20_000);
		await tap(page, 'book.next');
		await tap(page, 'book.for.food');
		await isSaid(page, 'book.did.out', { n: '20.000' });
		await tap(page, 'book.do.struck');
		await expect(control(page, 'book.order.new')).toBeVisible();
	});

	await test.step('the month says what came, what went and what is left; a late amount goes into its month', async () => {
		await tap(page, 'book.month.see');
		await isSaid(page, 'book.month.in', { n: '640.000' });
		await isSaid(page, 'book.month.out', { n: '150.000' });
		await isSaid(page, 'book.month.left', { n: '490.000' });
		await tap(page, 'book.month.before');
		await isSaid(page, 'book.month.nothing');
		await tap(page, 'book.in');
		await expect(message(page, 'book.counts')).toBeVisible();
		await note(page, 50_000);
		await tap(page, 'book.next');
		await tap(page, 'book.for.sold');
		await tap(page, 'book.back');
		await isSaid(page, 'book.month.in', { n: '50.000' });
		await tap(page, 'book.month.after');
		await isSaid(page, 'book.month.in', { n: '640.000' });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await tap(page, 'nav.back');
	});

	await test.step('a file is made on the phone, and a spreadsheet reads in it what the book says', async () => {
		await tap(page, 'book.file');
		await isSaid(page, 'book.file.what', { orders: 2, money: 1, in: '640.000', out: '150.000' });
		const download = page.waitForEvent('download');
		await tap(page, 'book.file.table');
		const file = await download;
		expect(file.suggestedFilename()).toMatch(/^so-ban-hang-20\d\d-\d\d\.csv$/);
		const bytes = await readFile(await file.path());
		const lines = parse(new TextDecoder('utf-16le').decode(bytes), { delimiter: '\t', bom: true });
		expect(lines).toHaveLength(5);
		expect(lines[1]!.slice(2, 8)).toEqual([
			'Mật ong',
			'2',
			'320000',
			'640000',
			'',
			textOf('book.state.done')
		]);
		expect(lines.at(-1)!.slice(5, 7)).toEqual(['640000', '150000']);
		expect(JSON.stringify(lines)).not.toContain('Hoa');
		await isSaid(page, 'book.file.kept');
		await tap(page, 'book.file.all');
		await isSaid(page, 'book.file.what', { orders: 2, money: 2, in: '690.000', out: '150.000' });
		await tap(page, 'book.file.buyers');
		const paper = page.waitForEvent('download');
		await tap(page, 'book.file.page');
		const html = await readFile(await (await paper).path(), 'utf8');
		expect(html).toContain(BUYER);
		expect(html).not.toContain('<script');
	});

	await test.step('with a network nothing of it leaves: neither the order, nor who, nor the money', async () => {
		await house.start();
		await phone.goto('/sell');
		await isSaid(page, 'sell.state.open');
		const kinds = (await storedEvents(house)).map(({ kind }) => kind);
		expect(kinds).toContain('product.offered');
		expect(kinds).not.toContain('order.recorded');
		expect(line.said.join('')).not.toMatch(/Hoa|640000|150000|order\.recorded/);
	});

	await test.step('with her yes each paid order is told, once, whatever else she taps', async () => {
		await phone.goto('/sell/book/share');
		await tap(page, 'book.share.yes');
		await isSaid(page, 'book.share.isOn', { n: 1 });
		const told = async () =>
			(await storedEvents(house)).filter(({ kind }) => kind === 'order.recorded').map(({ data }) => data);
		await expect.poll(told).toHaveLength(1);
		await phone.goto('/sell/book');
		await sellOne(page);
		await expect.poll(told).toHaveLength(2);
		for (const data of await told())
			expect(Object.keys(data).sort()).toEqual(['agreed', 'order', 'product', 'step']);
		await page.locator('a[href^="/sell/book/order/"]:not([href$="new"])').tap();
		await tap(page, 'book.undo');
		await isSaid(page, 'book.state.written');
		await tap(page, 'book.do.paid');
		await isSaid(page, 'book.state.paid');
		await tap(page, 'nav.back');

		await phone.goto('/sell/book/share');
		await tap(page, 'book.share.stop');
		await isSaid(page, 'book.share.isOff');
		await phone.goto('/sell/book');
		await sellOne(page);
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeAttached();
		expect(await told()).toHaveLength(2);
		expect(line.said.join('')).not.toMatch(/Hoa|640000|150000/);
	});
});

test('two women share a phone: neither sees the book of the other', async ({ newPhone }) => {
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto('/sell/book');
	await tap(page, 'book.in');
	await note(page, 50_000);
	await tap(page, 'book.next');
	await tap(page, 'book.for.sold');
	await tap(page, 'book.back');
	await isSaid(page, 'book.month.in', { n: '50.000' });
	await phone.goto('/people');
	await tap(page, 'people.add');
	await control(page, 'person.fish').tap();
	await page.getByLabel(textOf('people.newName')).fill('Sen');
	await tap(page, 'people.newDone');
	await expect(page).toHaveURL(/\/$/);
	await phone.goto('/sell/book');
	await isSaid(page, 'book.month.nothing');
});

test('a full phone says so and loses nothing; what one tab writes the other shows', async ({ newPhone }) => {
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto('/sell/book/money/out');
	await note(page, 20_000);
	await page.evaluate(() => {
		const add = IDBObjectStore.prototype.add;
		const full = Object.assign(window, { hasRoom: false });
		IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
			if (this.name === 'book' && !full.hasRoom) throw new DOMException('no room', 'QuotaExceededError');
			return add.apply(this, given);
		};
	});
	await tap(page, 'book.next');
	await tap(page, 'book.for.transport');
	await isSaid(page, 'book.full');
	await page.evaluate(() => Object.assign(window, { hasRoom: true }));
	await tap(page, 'book.for.transport');
	await isSaid(page, 'book.did.out', { n: '20.000' });

	const other = await phone.tab('/sell/book');
	await isSaid(other, 'book.month.out', { n: '20.000' });
	await tap(page, 'book.more');
	await note(page, 50_000);
	await tap(page, 'book.next');
	await tap(page, 'book.for.food');
	await isSaid(page, 'book.did.out', { n: '50.000' });
	await isSaid(other, 'book.month.out', { n: '70.000' });
});
