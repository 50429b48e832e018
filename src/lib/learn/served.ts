/** Marks a page that the server has drawn; gone as soon as the page is alive. */
export const SERVED = 'data-served';

/** Whether the page being brought to life was drawn by the server: then its first sentence can be heard already. */
export function wasServed(): boolean {
	return document.querySelector(`[${SERVED}]`) !== null;
}
