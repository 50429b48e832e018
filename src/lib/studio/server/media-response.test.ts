import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mediaResponse } from './media-response';

const hash = 'a'.repeat(64);
const bytes = Buffer.from('0123456789');
const ask = (headers: Record<string, string>, { method = 'GET', extension = 'ogg', body = bytes } = {}) =>
	mediaResponse(new Request('http://x/media/y', { method, headers }), `${hash}.${extension}`, body);

describe('a clip', () => {
	test.each([
		{ what: 'asked for', headers: {}, status: 200, text: '0123456789', range: null },
		{ what: 'in part', headers: { range: 'bytes=2-4' }, status: 206, text: '234', range: 'bytes 2-4/10' },
		{ what: 'beyond its end', headers: { range: 'bytes=10-' }, status: 416, text: '', range: 'bytes */10' },
		{
			what: 'in part, if it is still this one',
			headers: { range: 'bytes=0-0', 'if-range': `"${hash}"` },
			status: 206,
			text: '0',
			range: 'bytes 0-0/10'
		},
		{
			what: 'in part, if it were another one',
			headers: { range: 'bytes=0-0', 'if-range': '"other"' },
			status: 200,
			text: '0123456789',
			range: null
		},
		{ what: 'known', headers: { 'if-none-match': `"x", W/"${hash}"` }, status: 304, text: '', range: null },
		{
			what: 'known, in part',
			headers: { 'if-none-match': '*', range: 'bytes=0-0' },
			status: 304,
			text: '',
			range: null
		}
	])('$what is answered $status', async ({ headers, status, text, range }) => {
		const response = await ask(headers as Record<string, string>);
		expect(response.status).toBe(status);
		expect(await response.text()).toBe(text);
		expect(response.headers.get('content-range')).toBe(range);
		expect(response.headers.get('etag')).toBe(`"${hash}"`);
		expect(response.headers.get('cache-control')).toContain('immutable');
	});

	test('asked for by HEAD says its length and sends nothing', async () => {
		const response = await ask({}, { method: 'HEAD' });
		expect([response.headers.get('content-length'), await response.text()]).toEqual(['10', '']);
		expect(response.headers.get('accept-ranges')).toBe('bytes');
	});
});

describe('a picture', () => {
	const body = Buffer.from(`<svg>${'<path/>'.repeat(500)}</svg>`);
	test('travels packed where that is understood, and can run nothing', async () => {
		const response = await ask({ 'accept-encoding': 'gzip, br' }, { extension: 'svg', body });
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(gunzipSync(Buffer.from(await response.arrayBuffer()))).toEqual(body);
		expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(response.headers.get('content-type')).toBe('image/svg+xml');
	});

	test('is sent as it is elsewhere', async () => {
		const response = await ask({}, { extension: 'svg', body });
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(await response.text()).toBe(body.toString());
	});
});
