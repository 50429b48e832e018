import { randomInt } from 'node:crypto';
import { house } from './house';

export const someAddress = () => `198.51.100.${randomInt(256)}:${randomInt(100_000)}`;

/** What a browser does with the server: keeps cookies, says from where it calls. */
export class Browser {
	readonly cookies = new Map<string, string>();
	/** Everything that was ever said about cookies, with their flags. */
	readonly setCookies: string[] = [];

	constructor(
		readonly address = `test-${randomInt(1_000_000_000)}`,
		readonly origin = house.origin
	) {}

	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		headers.set('x-test-address', this.address);
		const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		if (cookies) headers.set('cookie', cookies);
		const response = await fetch(this.origin + path, { redirect: 'manual', ...init, headers });
		for (const line of response.headers.getSetCookie()) this.#keep(line);
		return response;
	}

	post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
		return this.fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: typeof body === 'string' ? body : JSON.stringify(body)
		});
	}

	submit(
		path: string,
		values: Record<string, string>,
		headers: Record<string, string> = {}
	): Promise<Response> {
		return this.fetch(path, {
			method: 'POST',
			headers: { accept: 'text/html', origin: this.origin, ...headers },
			body: new URLSearchParams(values)
		});
	}

	#keep(line: string): void {
		this.setCookies.push(line);
		const [pair = ''] = line.split(';');
		const at = pair.indexOf('=');
		if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
		else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
	}
}
