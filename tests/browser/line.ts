import {
	createServer,
	request as ask,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House } from '../../scripts/testing/house.mjs';

/**
 * The line between phones and a house. What goes over it is counted; nothing answers for the house: when that is
 * away, the connection breaks off.
 */
export class Line {
	/** Method and path of everything that was asked over the line. */
	readonly asked: string[] = [];
	/** The same with headers and bodies, sign by sign: what leaves the phone, all of it. */
	readonly sent: string[] = [];
	/** The bodies of everything that phones sent over it, as text. */
	readonly said: string[] = [];
	/** Paths whose bytes are spoilt on the way. */
	readonly damaged = new Set<string>();
	origin = '';
	#server: Server;
	#gate: { after: number; paths: RegExp; waiting: (() => void)[] } | undefined;
	#let = 0;
	#replaced = new Map<string, (body: string) => string>();

	constructor(readonly house: House) {
		this.#server = createServer((request, response) => void this.#carry(request, response));
	}

	async open(): Promise<this> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
		return this;
	}

	async close(): Promise<void> {
		this.release();
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** Lets so many of these requests through and keeps the others waiting, until `release`. */
	holdAfter(after: number, paths: RegExp): void {
		this.#let = 0;
		this.#gate = { after, paths, waiting: [] };
	}

	/** How many requests stand at the gate. */
	get held(): number {
		return this.#gate?.waiting.length ?? 0;
	}

	release(): void {
		const gate = this.#gate;
		this.#gate = undefined;
		for (const goOn of gate?.waiting ?? []) goOn();
	}

	/** What the house answers for this path goes through `change` from now on. */
	replace(path: string, change: (body: string) => string): void {
		this.#replaced.set(path, change);
	}

	async #carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const path = incoming.url ?? '/';
		this.asked.push(`${incoming.method} ${path}`);
		incoming.on('data', (chunk: Buffer) => this.said.push(chunk.toString('utf8')));
		// Heard, but not yet let through.
		incoming.pause();
		await this.#pass(path);
		const { hostname, port } = new URL(this.house.origin);
		const { method } = incoming;
		const headers = { ...incoming.headers };
		const change = this.#changeOf(path);
		if (change) delete headers['accept-encoding'];
		const upstream = ask({ hostname, port, path, method, headers }, (answer) => {
			if (change) return void sendChanged(answer, outgoing, change);
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
			answer.on('error', () => outgoing.destroy());
		});
		upstream.on('error', () => outgoing.destroy());
		outgoing.on('close', () => upstream.destroy());
		this.#note(incoming);
		incoming.pipe(upstream);
	}

	/** Listens beside the pipe, in the same breath: a listener on its own would let the body flow away. */
	#note(incoming: IncomingMessage): void {
		const at = this.sent.push(`${incoming.method} ${incoming.url} ${incoming.rawHeaders.join(' ')} `) - 1;
		incoming.on('data', (chunk: Buffer) => (this.sent[at] += chunk.toString('latin1')));
	}

	#pass(path: string): Promise<void> {
		const gate = this.#gate;
		if (!gate?.paths.test(path) || ++this.#let <= gate.after) return Promise.resolve();
		return new Promise((resolve) => gate.waiting.push(resolve));
	}

	#changeOf(path: string): ((body: Buffer) => Buffer) | undefined {
		if (this.damaged.has(path)) return (body) => Buffer.from(body.map((byte) => byte ^ 1));
		const change = this.#replaced.get(path);
		return change && ((body) => Buffer.from(change(body.toString('utf8'))));
	}
}

async function sendChanged(
	answer: IncomingMessage,
	outgoing: ServerResponse,
	change: (body: Buffer) => Buffer
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of answer) chunks.push(chunk as Buffer);
	const headers = { ...answer.headers };
	delete headers['content-length'];
	delete headers.etag;
	outgoing.writeHead(answer.statusCode === 304 ? 200 : (answer.statusCode ?? 502), headers);
	outgoing.end(change(Buffer.concat(chunks)));
}
