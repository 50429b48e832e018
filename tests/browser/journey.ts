import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { House } from '../../scripts/testing/house.mjs';
import { Line } from './line';
import { Phone, type PhoneOptions } from './phone';

/** Environment variable with the data folder that setup.ts filled. */
export const TEMPLATE = 'BAN_MAY_TEST_HOUSE';

type Fixtures = {
	/** A whole server of this journey's own, running. */
	house: House;
	/** The way from phones to the house: counts what goes over it, can be cut, and damages files. */
	line: Line;
	/** Makes a phone; one given `line` speaks through it. It is closed and thrown away after the journey. */
	newPhone: (through?: { origin: string }, browserArguments?: string[]) => Phone;
	phoneOptions: PhoneOptions;
};

export const test = base.extend<Fixtures>({
	house: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'ban-may-'));
		cpSync(process.env[TEMPLATE]!, folder, { recursive: true });
		const house = await new House(folder).start();
		await use(house);
		await house.remove();
	},
	line: async ({ house }, use) => {
		const line = await new Line(house).open();
		await use(line);
		await line.close();
	},
	phoneOptions: async ({ viewport, deviceScaleFactor, hasTouch, isMobile, locale, launchOptions }, use) => {
		await use({ ...launchOptions, viewport, deviceScaleFactor, hasTouch, isMobile, locale });
	},
	newPhone: async ({ house, phoneOptions }, use) => {
		const phones: Phone[] = [];
		await use((through = house, more = []) => {
			const options = { ...phoneOptions, args: [...(phoneOptions.args ?? []), ...more] };
			const phone = new Phone(through.origin, mkdtempSync(join(tmpdir(), 'ban-may-phone-')), options);
			phones.push(phone);
			return phone;
		});
		for (const phone of phones) {
			await phone.close();
			rmSync(phone.folder, { recursive: true, force: true, maxRetries: 5 });
		}
	}
});

export { expect } from '@playwright/test';
