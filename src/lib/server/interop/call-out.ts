import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { env } from '../env';
import { isPrivateAddress } from './private-address';

/** Longer than any healthy LRS takes for fifty statements. */
const TIMEOUT_MS = 15_000;
/** What a foreign system answers is looked at only so far: it might never end. */
const MAX_ANSWER_BYTES = 64 * 1024;

export type Answer =
	| { kind: 'answered'; status: number; retryAfterMs: number | null; body: string }
	/** Nobody there, too slow, cut off: worth another try. */
	| { kind: 'unreachable'; why: string }
	/** The address leads into our own network: nothing was sent. */
	| { kind: 'forbidden'; why: string };

export type Call = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string };
type Limits = { allowPrivate?: boolean; timeoutMs?: number };

class PrivateAddress extends Error {}

/** Why an address may not be used at all, or null. Names are looked up only when they are called. */
export function faultOfUrl(text: string, allowPrivate = env.allowPrivateTargets): string | null {
	if (!URL.canParse(text)) return 'not_an_address';
	const { protocol, hostname, username, password } = new URL(text);
	if (protocol !== 'https:' && !(protocol === 'http:' && allowPrivate)) return 'not_https';
	if (username || password) return 'password_in_address';
	const host = hostname.replace(/^\[|\]$/g, '');
	if (!allowPrivate && (host === 'localhost' || (isIP(host) !== 0 && isPrivateAddress(host))))
		return 'private';
	return null;
}

/**
 * Calls a foreign system. The address that a name leads to is looked at when the connection is made, so that a name
 * that changes in between leads nowhere either; redirects are not followed. Never throws.
 */
export function callOut(
	{ method, url, headers, body = '' }: Call,
	{ allowPrivate = env.allowPrivateTargets, timeoutMs = TIMEOUT_MS }: Limits = {}
): Promise<Answer> {
	const fault = faultOfUrl(url, allowPrivate);
	if (fault) return Promise.resolve({ kind: 'forbidden', why: fault });
	const request = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((resolve) => {
		const outgoing = request(url, {
			method,
			headers: { ...headers, 'content-length': Buffer.byteLength(body) },
			agent: false,
			...(allowPrivate ? {} : { lookup: publicLookup })
		});
		const clock = setTimeout(() => outgoing.destroy(new Error('too slow')), timeoutMs);
		const done = (answer: Answer) => {
			clearTimeout(clock);
			resolve(answer);
		};
		outgoing.on('error', (cause) =>
			done({ kind: cause instanceof PrivateAddress ? 'forbidden' : 'unreachable', why: reasonOf(cause) })
		);
		outgoing.on('response', (incoming) => {
			const parts: Buffer[] = [];
			let bytes = 0;
			const answered = () => {
				done({
					kind: 'answered',
					status: incoming.statusCode ?? 0,
					retryAfterMs: retryAfterFrom(incoming.headers['retry-after']),
					body: Buffer.concat(parts).toString('utf8').slice(0, MAX_ANSWER_BYTES)
				});
			};
			incoming.on('data', (part: Buffer) => {
				parts.push(part);
				bytes += part.length;
				if (bytes <= MAX_ANSWER_BYTES) return;
				answered();
				outgoing.destroy();
			});
			incoming.on('end', answered);
			incoming.on('error', (cause) => done({ kind: 'unreachable', why: reasonOf(cause) }));
		});
		outgoing.end(body);
	});
}

/** The system's own look-up, that fails when any of the addresses is our own network's. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
	lookUp(hostname, { ...options, all: true }, (cause, found) => {
		const addresses = found as LookupAddress[];
		if (cause) return callback(cause, '', 0);
		if (addresses.some(({ address }) => isPrivateAddress(address)))
			return callback(new PrivateAddress('private'), '', 0);
		const [first] = addresses;
		if (options.all) callback(null, addresses);
		else callback(null, first?.address ?? '', first?.family ?? 0);
	});
};

/** A code such as ECONNREFUSED; never the address, which may hold a secret. */
const reasonOf = (cause: Error): string =>
	'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message.slice(0, 60);

/** RFC 9110, 10.2.3: seconds or a date. */
export function retryAfterFrom(header: string | undefined, now = Date.now()): number | null {
	if (!header) return null;
	if (/^\d{1,7}$/.test(header)) return Number(header) * 1000;
	const at = Date.parse(header);
	return Number.isNaN(at) ? null : Math.max(0, at - now);
}
