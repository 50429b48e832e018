import { createServer } from 'node:http';
import { Fault } from './fault.mjs';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void} Handler */

/** What src/lib/server/security-headers.ts puts on pages that the app sends itself, where it matters for a file. */
const SHELL_HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin'
};

/**
 * Takes the port before anything that takes long, and answers "starting" until the pages are ready.
 * @param {{ host: string, port: number }} where
 * @returns {Promise<{ port: number, serve: (handler: Handler) => void, close: () => Promise<void> }>}
 * @throws {Fault} when the port cannot be had
 */
export async function listen({ host, port }) {
	/** @type {Handler} */
	let handler = starting;
	const server = createServer((request, response) => {
		// Without a proxy it is plain http, and the app must know in order to build its own addresses.
		request.headers['x-forwarded-proto'] ??= 'http';
		// The shell is a file, which the adapter sends without asking the app for its headers.
		if (request.url?.startsWith('/shell'))
			for (const [name, value] of Object.entries(SHELL_HEADERS)) response.setHeader(name, value);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
	await new Promise((resolve, reject) => {
		server.once('error', (error) => reject(faultOf(error, host, port)));
		server.listen({ host, port }, () => resolve(undefined));
	});
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : port,
		serve: (ready) => (handler = ready),
		close: () => close(server)
	};
}

/** @type {Handler} */
function starting(_request, response) {
	response.writeHead(503, {
		'content-type': 'application/json',
		'retry-after': '2',
		'cache-control': 'no-store'
	});
	response.end(JSON.stringify({ code: 'starting', message: 'Bản Mây is still starting.' }));
}

/** Requests under way are answered; connections that only wait are closed.
 * @param {import('node:http').Server} server
 * @returns {Promise<void>} */
function close(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 5000).unref();
	});
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function faultOf(error, host, port) {
	if (error.code === 'EADDRINUSE')
		return new Fault(
			'port_busy',
			`Port ${port} is used by another program: stop it, or choose another port with PORT=${port + 1}.`
		);
	if (error.code === 'EACCES')
		return new Fault(
			'port_denied',
			`This user may not use port ${port}: choose one above 1023, for example PORT=3000.`
		);
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
		return new Fault(
			'host',
			`HOST is "${host}", which is no address of this machine: write HOST=0.0.0.0 for all of them.`
		);
	return error;
}
