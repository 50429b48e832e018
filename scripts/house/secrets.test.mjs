import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressesOf } from './addresses.mjs';
import { readablePassword } from './readable-password.mjs';
import { loadSecrets } from './secrets.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('are made once, for their owner alone', () => {
	const made = loadSecrets(folder);
	expect(loadSecrets(folder)).toEqual(made);
	expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['secrets.json']);
	expect(made.pepper).not.toBe(made.importKey);
});

test.each(['', '{', '[]', '{"services":{}}', '{"services":{"email":"a","password":"b"},"pepper":""}'])(
	'damaged ones (%s) are named and not replaced',
	(text) => {
		writeFileSync(path.join(folder, 'secrets.json'), text);
		expect(() => loadSecrets(folder)).toThrow(/secrets\.json is damaged: put it back from a backup/);
	}
);

test('lost ones are replaced only when somebody says so, and only once', () => {
	mkdirSync(path.join(folder, 'pocketbase'));
	writeFileSync(path.join(folder, 'pocketbase/data.db'), '');
	expect(() => loadSecrets(folder)).toThrow(/is missing beside its database/);
	writeFileSync(path.join(folder, 'secrets.json.renew'), '');
	expect(loadSecrets(folder).pepper).toHaveLength(43);
	expect(readdirSync(folder)).not.toContain('secrets.json.renew');
});

test('a readable password has no sign that looks like another', () => {
	expect(readablePassword()).toMatch(/^([a-hjkmnp-z2-9]{5}-){2}[a-hjkmnp-z2-9]{5}$/);
	expect(readablePassword()).not.toBe(readablePassword());
});

const wifi = {
	address: '192.168.1.7',
	family: /** @type {const} */ ('IPv4'),
	internal: false,
	netmask: '',
	mac: '',
	cidr: null
};
test.each([
	{ host: '0.0.0.0', origin: undefined, here: 'http://localhost:3000', phone: 'http://192.168.1.7:3000' },
	{ host: '127.0.0.1', origin: undefined, here: 'http://127.0.0.1:3000', phone: undefined },
	{
		host: '192.168.1.7',
		origin: undefined,
		here: 'http://192.168.1.7:3000',
		phone: 'http://192.168.1.7:3000'
	},
	{
		host: '127.0.0.1',
		origin: 'https://ban-may.vn',
		here: 'http://127.0.0.1:3000',
		phone: 'https://ban-may.vn'
	}
])('HOST $host, ORIGIN $origin: a phone opens $phone', ({ host, origin, here, phone }) =>
	expect(addressesOf({ host, port: 3000, origin }, { wlan0: [wifi] })).toEqual({ here, phone })
);
