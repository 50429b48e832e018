import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { callOut, faultOfUrl, publicLookup, retryAfterFrom } from './call-out';
import { isPrivateAddress } from './private-address';

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
	const server = createServer(answer as never).listen(0, '127.0.0.1');
	servers.push(server);
	await new Promise((resolve) => server.once('listening', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const get = (url: string, limits = { allowPrivate: true, timeoutMs: 5000 }) =>
	callOut({ method: 'GET', url, headers: {} }, limits);

describe('an address', () => {
	test.each([
		'127.0.0.1',
		'10.1.2.3',
		'172.31.0.1',
		'192.168.1.1',
		'169.254.169.254',
		'100.64.0.1',
		'0.0.0.0',
		'255.255.255.255',
		'::1',
		'::',
		'fe80::1',
		'fd00::1',
		'::ffff:127.0.0.1',
		'::ffff:a00:1',
		'64:ff9b::7f00:1',
		'2002:7f00:1::'
	])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

	test.each(['1.1.1.1', '113.160.0.1', '2400:cb00::1', '::ffff:1.1.1.1'])('%s is public', (address) =>
		expect(isPrivateAddress(address)).toBe(false)
	);

	test.each([
		['https://lrs.example.org/xapi', null],
		['http://lrs.example.org/xapi', 'not_https'],
		['https://127.0.0.1/', 'private'],
		['https://2130706433/', 'private'],
		['https://0x7f.1/', 'private'],
		['https://[::1]/', 'private'],
		['https://[::ffff:7f00:1]/', 'private'],
		['https://localhost/', 'private'],
		['https://me:pass@example.org/', 'password_in_address'],
		['file:///etc/passwd', 'not_https'],
		['gopher://x', 'not_https'],
		['lrs', 'not_an_address']
	])('%s: %s', (url, fault) => expect(faultOfUrl(url, false)).toBe(fault));
});

describe('a call', () => {
	test.each([true, false])('to a name that leads to this machine gets no address (all: %s)', async (all) => {
		const found = await new Promise((resolve) =>
			publicLookup('localhost', { all }, (cause, address) => resolve([cause?.message, address]))
		);
		expect(found).toEqual(['private', '']);
	});

	test('does not follow a redirect', async () => {
		const url = await serve((request, response) => {
			if (request.url === '/inside') response.end('inside');
			else response.writeHead(307, { location: '/inside' }).end();
		});
		expect(await get(url)).toMatchObject({ kind: 'answered', status: 307, body: '' });
	});

	test('that gets no answer in time is given up', async () => {
		const url = await serve(() => undefined);
		expect(await get(url, { allowPrivate: true, timeoutMs: 100 })).toEqual({
			kind: 'unreachable',
			why: 'too slow'
		});
	});

	test('whose answer trickles in without end is given up', async () => {
		const url = await serve((_request, response) => {
			const clock = setInterval(() => response.write('.'), 10);
			response.on('close', () => clearInterval(clock));
		});
		expect((await get(url, { allowPrivate: true, timeoutMs: 200 })).kind).toBe('unreachable');
	});

	test('whose answer is endless is cut', async () => {
		const url = await serve((_request, response) => {
			const more = () => response.write('x'.repeat(50_000)) || response.once('drain', more);
			const clock = setInterval(more, 1);
			response.on('close', () => clearInterval(clock));
		});
		const answer = await get(url);
		expect(answer).toMatchObject({ kind: 'answered', status: 200 });
		expect(answer.kind === 'answered' && answer.body.length).toBe(64 * 1024);
	});

	test('to nobody, or one that hangs up, is a value', async () => {
		const url = await serve((request) => request.socket.destroy());
		expect((await get(url)).kind).toBe('unreachable');
		expect((await get('http://127.0.0.1:1/')).kind).toBe('unreachable');
	});
});

test.each([
	['120', 120_000],
	['Tue, 24 Nov 2026 00:01:00 GMT', 60_000],
	['Tue, 24 Nov 2026 00:00:00 GMT', 0],
	['soon', null],
	[undefined, null]
])('Retry-After: %s', (header, waitMs) =>
	expect(retryAfterFrom(header, Date.UTC(2026, 10, 24))).toBe(waitMs)
);
