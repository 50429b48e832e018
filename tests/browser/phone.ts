import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
	chromium,
	type BrowserContext,
	type BrowserContextOptions,
	type LaunchOptions,
	type Page
} from '@playwright/test';
import { giveEars } from './ears';

export type PhoneOptions = BrowserContextOptions & LaunchOptions;

/** A phone with a browser of its own whose data outlives it: closed and opened again it is the same phone. */
export class Phone {
	context!: BrowserContext;
	page!: Page;
	/** Every address that any page or worker of this phone asked for. */
	readonly asked: string[] = [];
	#isOpen = false;

	constructor(
		/** Where its browser finds the house. */
		readonly origin: string,
		readonly folder: string,
		readonly options: PhoneOptions
	) {}

	/** Opens the browser, and in it this page. */
	async open(path = '/'): Promise<Page> {
		this.context = await chromium.launchPersistentContext(this.folder, this.options);
		this.#isOpen = true;
		this.context.on('request', (request) => this.asked.push(request.url()));
		await giveEars(this.context);
		this.page = this.context.pages()[0] ?? (await this.context.newPage());
		await this.page.goto(this.origin + path);
		return this.page;
	}

	async goto(path: string): Promise<void> {
		await this.page.goto(this.origin + path);
	}

	/** A second tab. */
	async tab(path = '/'): Promise<Page> {
		const page = await this.context.newPage();
		await page.goto(this.origin + path);
		return page;
	}

	async close(): Promise<void> {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		await this.context.close();
	}

	/** The system ends the browser, or the battery does: nothing is tidied up. */
	async kill(): Promise<void> {
		const closed = this.context.waitForEvent('close', { timeout: 10_000 });
		// "<host>-<pid>": Chromium's own lock on this phone's data folder.
		const lock = readlinkSync(join(this.folder, 'SingletonLock'));
		process.kill(Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL');
		this.#isOpen = false;
		await closed;
		await this.context.close().catch(() => undefined);
	}

	/** Resolves once a worker answers for this phone's pages: from then on no network is needed. */
	async isSetUp(): Promise<void> {
		await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	}
}
