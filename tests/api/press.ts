import type { Browser } from './browser';

type Values = Record<string, string> | [string, string][] | FormData;

/** Presses a button of a form as the page's script does, and gives the action's result as it is sent. */
export async function press(browser: Browser, path: string, values: Values) {
	const body = values instanceof FormData ? values : new URLSearchParams(values);
	const headers = { origin: browser.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await browser.fetch(path, { method: 'POST', headers, body });
	const text = await response.text();
	const result = (text.startsWith('{') ? JSON.parse(text) : {}) as {
		type?: string;
		status?: number;
		location?: string;
		data?: string;
	};
	return { http: response.status, text, ...result };
}
