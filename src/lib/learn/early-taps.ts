declare global {
	interface Window {
		/** The button that was tapped before the page lived (src/app.html); null: it lives. */
		earlyTap?: HTMLButtonElement | null;
	}
}

/** The page lives: does what she tapped last before it did. Call it once everything on it is mounted. */
export function doEarlyTap(): void {
	const button = window.earlyTap;
	window.earlyTap = null;
	button?.removeAttribute('data-tapped');
	if (button?.isConnected) button.click();
}
