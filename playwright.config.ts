import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's browser, where Playwright's own cannot be fetched (docs/decisions/0001-stack.md). */
const debianChromium = '/usr/bin/chromium';

export default defineConfig({
	testDir: 'tests/browser',
	// Journeys stop and start whole servers; two at a time is what a small machine carries.
	workers: 2,
	fullyParallel: true,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	globalSetup: './tests/browser/setup.ts',
	use: {
		viewport: { width: 360, height: 640 },
		deviceScaleFactor: 1.5,
		hasTouch: true,
		isMobile: true,
		locale: 'vi-VN',
		trace: 'retain-on-failure',
		launchOptions: {
			...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-dev-shm-usage',
				'--autoplay-policy=no-user-gesture-required'
			]
		}
	}
});
