import { newId } from './events.mjs';

/**
 * Joins a simulated phone with a card's link.
 * @param {string} origin
 * @param {string} joinUrl `…/join#<secret>`
 * @returns {Promise<{device: string, cookie: string}>}
 */
export async function joinPhone(origin, joinUrl) {
	const device = newId();
	const response = await fetch(`${origin}/api/join`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ secret: new URL(joinUrl).hash.slice(1), device })
	});
	if (!response.ok) throw new Error(`Joining answered ${response.status}: ${await response.text()}`);
	const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
	return { device, cookie };
}

/**
 * Several phones; when there are more than cards, a woman has more than one.
 * @param {string} origin @param {string[]} joinUrls @param {number} count
 */
export async function joinPhones(origin, joinUrls, count) {
	const phones = [];
	for (let index = 0; index < count; index++)
		phones.push(await joinPhone(origin, joinUrls[index % joinUrls.length] ?? ''));
	return phones;
}

/**
 * @param {string} origin
 * @param {{device: string, cookie: string}} phone
 * @param {unknown[]} events
 */
export async function push(origin, { device, cookie }, events) {
	const response = await fetch(`${origin}/api/sync`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin, cookie },
		body: JSON.stringify({ device, events, since: Number.MAX_SAFE_INTEGER })
	});
	if (!response.ok) throw new Error(`Sync answered ${response.status}: ${await response.text()}`);
	return response.json();
}
