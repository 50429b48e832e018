declare global {
	interface Window {
		/** The buttons that were tapped before the page lived (src/app.html): the last one, or within `data-each-tap`
		 * each in its order; null: it lives. */
		earlyTaps?: HTMLButtonElement[] | null;
	}
}

/** The page lives: does what she tapped before it did. Call it once everything on it is mounted. */
export function doEarlyTaps(): void {
	const buttons = window.earlyTaps ?? [];
	window.earlyTaps = null;
	for (const button of buttons) {
		button.removeAttribute('data-tapped');
		if (button.isConnected) button.click();
	}
}
