import { describe, expect, test } from 'vitest';
import { Fault } from './fault.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { readSettings } from './settings.mjs';

const where = { cwd: '/srv/ban-may' };

describe('what people may set', () => {
	test('nothing set: port 3000 on every address, ./data', () => {
		expect(readSettings([], {}, where)).toEqual({
			port: 3000,
			host: '0.0.0.0',
			origin: undefined,
			dataDir: '/srv/ban-may/data',
			isDemo: false,
			firstManager: { email: 'manager@ban-may.local', password: undefined }
		});
	});

	test.each([
		{ args: ['--demo'], env: {}, dataDir: '/srv/ban-may/data-demo' },
		{ args: ['--demo'], env: { DATA_DIR: '/var/x' }, dataDir: '/var/x' },
		{ args: [], env: { DATA_DIR: 'x' }, dataDir: '/srv/ban-may/x' }
	])('$args $env puts its data into $dataDir', ({ args, env, dataDir }) =>
		expect(readSettings(args, env, where).dataDir).toBe(dataDir)
	);

	test.each([
		{ env: { PORT: 'http' }, says: /PORT=3000/ },
		{ env: { PORT: '70000' }, says: /1 to 65535/ },
		{ env: { ORIGIN: 'ban-may.vn' }, says: /ORIGIN=https:\/\/ban-may\.vn/ },
		{ env: { ORIGIN: 'https://ban-may.vn/x' }, says: /host alone/ },
		{ env: { FIRST_MANAGER_EMAIL: 'lan' }, says: /FIRST_MANAGER_EMAIL=lan@example\.vn/ },
		{ env: { FIRST_MANAGER_PASSWORD: 'short' }, says: /8 to 70 characters/ }
	])('$env is refused in one sentence that says what to write', ({ env, says }) => {
		const fault = faultOf(() => readSettings([], env, where));
		expect(fault.message).toMatch(says);
		expect(fault.message).not.toMatch(/\n|short$/);
	});

	test('an unknown option is named', () =>
		expect(faultOf(() => readSettings(['--dmeo'], {}, where)).message).toContain('"--dmeo"'));
});

test.each([
	{ node: '20.19.0', isGood: true },
	{ node: '24.1.0', isGood: true },
	{ node: '20.18.3', isGood: false },
	{ node: '18.20.0', isGood: false }
])('Node $node is good enough: $isGood', ({ node, isGood }) => {
	if (isGood) expect(() => checkNodeVersion(node)).not.toThrow();
	else expect(faultOf(() => checkNodeVersion(node)).message).toContain(node);
});

/** @param {() => unknown} work */
function faultOf(work) {
	try {
		work();
	} catch (error) {
		if (error instanceof Fault) return error;
		throw error;
	}
	throw new Error('nothing was refused');
}
