import { Agent, request } from 'node:http';
import { newId } from './events.mjs';

/** @typedef {{device: string, cookie: string, since: number, notices: string}} Phone `since`, `notices`: the cursor and the digest of the last answer */

/**
 * Joins a simulated phone with a card's link.
 * @param {string} origin
 * @param {string} joinUrl `…/join#<secret>`
 * @returns {Promise<Phone>}
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
	return { device, cookie, since: 0, notices: '' };
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
 * Pushes as a phone does, and takes note of how far it has read what came back.
 * @param {string} origin
 * @param {Phone} phone
 * @param {unknown[]} events
 */
export const push = (origin, phone, events) => pushWritten(origin, phone, JSON.stringify(events));

/**
 * The same with events that are JSON already.
 * @param {string} origin
 * @param {Phone} phone
 * @param {string} events
 * @returns {Promise<import('../../src/lib/domain/sync').SyncResponse>}
 */
export async function pushWritten(origin, phone, events) {
	const { device, cookie, since, notices } = phone;
	const body = `{"device":"${device}","since":${since},"notices":"${notices}","events":${events}}`;
	const answer = await post(`${origin}/api/sync`, { origin, cookie }, body);
	phone.since = answer.changes.cursor;
	phone.notices = answer.changes.notices?.digest ?? notices;
	return answer;
}

/** Reads what her other phones have told before, as a phone does once. @param {string} origin @param {Phone} phone */
export async function catchUp(origin, phone) {
	while ((await push(origin, phone, [])).changes.more);
}

const agent = new Agent({ keepAlive: true });

/**
 * A POST that costs the clients little: they share the server's cores, and with `fetch` the bench would measure itself.
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {string} body JSON
 * @returns {Promise<any>} the answer's JSON
 */
export function post(url, headers, body) {
	const length = String(Buffer.byteLength(body));
	return new Promise((resolve, reject) => {
		const options = {
			method: 'POST',
			agent,
			headers: { 'content-type': 'application/json', 'content-length': length, ...headers }
		};
		const call = request(url, options, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk) => (text += chunk));
			response.once('error', reject);
			response.once('end', () => {
				if (response.statusCode === 200) resolve(JSON.parse(text));
				else reject(new Error(`${url} answered ${response.statusCode}: ${text}`));
			});
		});
		call.once('error', reject);
		call.end(body);
	});
}
