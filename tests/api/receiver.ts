import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Got = { path: string; headers: IncomingHttpHeaders; body: string };
/** What to answer: a status, with headers and a body; 'never' says nothing, 'hang-up' cuts the line. */
export type Reply =
	{ status: number; headers?: Record<string, string | undefined>; body?: string } | 'never' | 'hang-up';

/** Another system on this machine, that behaves as it is told. */
export class Receiver {
	readonly got: Got[] = [];
	url = '';
	reply: (got: Got) => Reply = () => ({ status: 200 });
	#server: Server | null = null;

	async start(): Promise<this> {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (part: Buffer) => (body += part.toString()));
			request.on('end', () => {
				const got = { path: request.url ?? '', headers: request.headers, body };
				this.got.push(got);
				const reply = this.reply(got);
				if (reply === 'hang-up') request.socket.destroy();
				else if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
			});
		}).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		this.#server = server;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		return this;
	}

	stop(): void {
		this.#server?.close();
		this.#server?.closeAllConnections();
	}
}
