import { expect, type Page } from '@playwright/test';
import { control, message, textOf } from './words';

/** How she answers the questions of an offer where a journey is about something else. */
type Offered = { photo: Buffer; kind: 'brocade' | 'honey'; name?: string; notes: number[]; sign?: string };

/** Offers something from her open stall, with a picture; ends at the page that says so. Needs no server. */
export async function offerProduct(page: Page, { photo, kind, name, notes, sign }: Offered): Promise<void> {
	const next = () => control(page, 'sell.next').tap();
	await control(page, 'sell.first').or(control(page, 'sell.more')).tap();
	await page
		.locator('[data-camera]')
		.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
	await expect(message(page, 'sell.coach.good')).toBeVisible({ timeout: 30_000 });
	await next();
	await control(page, `sell.kind.${kind}`).tap();
	if (name) {
		await control(page, 'sell.name.more').tap();
		await page.getByLabel(textOf('sell.name.write')).fill(name);
	}
	await next();
	await control(page, 'sell.skip').tap();
	await control(page, 'sell.price.know').tap();
	for (const note of notes)
		await control(page, 'sell.amount', { n: note.toLocaleString('vi') })
			.first()
			.tap();
	await next();
	await next();
	await expect(message(page, 'sell.stock.count', { n: 1 })).toBeVisible();
	await next();
	await control(page, 'sell.way.post').tap();
	await next();
	await control(page, 'sell.material.cotton').tap();
	await next();
	await next();
	await control(page, 'sell.publish').tap();
	if (sign) await page.getByRole('button', { name: sign }).tap();
	await expect(page.locator('[data-say^="sell.done."]').first()).toBeVisible();
}
