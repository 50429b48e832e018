import { expect, type BrowserContext, type Page } from '@playwright/test';

/** What the page's media elements did, in their order; kept in the page by `giveEars`. */
type Heard = { clip: string; seconds: number; of: number };
declare global {
	interface Window {
		heard?: Heard[];
	}
}

/** Clips take 3-6 s: at this rate a lesson is heard in seconds, and every sample still goes through the decoder. */
const FAST = 16;

/** Notes every clip that a media element plays to its end, and plays faster than a woman would listen. */
export async function giveEars(context: BrowserContext, rate = FAST): Promise<void> {
	await context.addInitScript((fast) => {
		const heard: Heard[] = (window.heard = []);
		const known = new WeakSet<HTMLMediaElement>();
		const play = HTMLMediaElement.prototype.play;
		const note = ({ target }: Event) => {
			const { currentSrc, played, duration } = target as HTMLMediaElement;
			const clip = new URL(currentSrc).pathname.split('/').at(-1) ?? '';
			// The next clip has its place already: this is the end of the one before it, which nobody waits for.
			if (Number.isNaN(duration)) return;
			let seconds = 0;
			for (let range = 0; range < played.length; range++) seconds += played.end(range) - played.start(range);
			heard.push({ clip, seconds, of: duration });
		};
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			if (!known.has(this)) this.addEventListener('ended', note);
			known.add(this);
			this.playbackRate = fast;
			return play.call(this);
		};
	}, rate);
}

/** A place in what was heard, so that an earlier playing of the same clip does not count. */
export const now = (page: Page): Promise<number> => page.evaluate(() => window.heard?.length ?? 0);

/** Waits until this clip was heard from its beginning to its end. */
export async function hears(page: Page, clip: string, since = 0, timeout?: number): Promise<void> {
	await expect
		.poll(() => page.evaluate((from) => (window.heard ?? []).slice(from).map(({ clip }) => clip), since), {
			message: `the clip ${clip} is heard to its end`,
			timeout
		})
		.toContain(clip);
	const all = await page.evaluate(() => window.heard ?? []);
	const { seconds, of } = all.slice(since).find((one) => one.clip === clip)!;
	expect(seconds, 'all of it was played').toBeGreaterThan(of * 0.9);
}

/** Does something and waits for the clip that it makes heard. */
export async function hearsAfter(page: Page, clip: string, act: () => Promise<void>): Promise<void> {
	const since = await now(page);
	await act();
	await hears(page, clip, since);
}
