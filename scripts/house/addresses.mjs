import { networkInterfaces } from 'node:os';

/**
 * Where the server can be reached.
 * @param {{ host: string, port: number, origin: string | undefined }} where
 * @param {NodeJS.Dict<import('node:os').NetworkInterfaceInfo[]>} [interfaces]
 * @returns {{ here: string, phone: string | undefined }} on this machine; on a phone in the same network
 */
export function addressesOf({ host, port, origin }, interfaces = networkInterfaces()) {
	const isEverywhere = host === '0.0.0.0' || host === '::';
	const here = `http://${isEverywhere ? 'localhost' : bracketed(host)}:${port}`;
	if (origin) return { here, phone: origin };
	if (!isEverywhere) return { here, phone: isLoopback(host) ? undefined : here };
	const outside = Object.values(interfaces)
		.flat()
		.find((found) => found && found.family === 'IPv4' && !found.internal);
	return { here, phone: outside && `http://${outside.address}:${port}` };
}

/** @param {string} host */
const isLoopback = (host) => host === 'localhost' || host === '::1' || host.startsWith('127.');
/** @param {string} host */
const bracketed = (host) => (host.includes(':') ? `[${host}]` : host);
