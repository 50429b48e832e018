import { describe, expect, test } from 'vitest';
import { access, mayReadGroup, mayUse, ruleOf } from '../src/lib/server/access';
import type { Principal, StaffRole } from '../src/lib/server/session';
import { doors as found } from './doors';

const doors = found.map(({ method, route }) => `${method} ${route}`);

describe('the table of access', () => {
	test('is asked about doors that are there', () => {
		expect(doors).toContain('POST /api/sync');
		expect(doors).toContain('GET /(learner)/lessons/[slug]');
		expect(doors).toContain('POST /(auth)/sign-in');
	});

	test.each(doors)('has a row for %s', (door) => {
		const [method = '', route = ''] = door.split(' ');
		const why = `Nobody may use "${door}" yet: give it a row in src/lib/server/access.ts that says who may.`;
		expect(ruleOf(method, route), why).toBeDefined();
	});

	test.each(Object.keys(access).filter((key) => !key.endsWith('/**')))(
		'has no row for a door that is gone: %s',
		(key) => {
			expect(doors.includes(key), `"${key}" leads nowhere: take the row out.`).toBe(true);
		}
	);

	test('refuses what has no row', () => {
		expect(ruleOf('GET', '/api/secrets')).toBeUndefined();
		expect(ruleOf('DELETE', '/api/sync')).toBeUndefined();
		expect(ruleOf('GET', '/(console)/trainers')).toBeUndefined();
	});
});

const staff = (role: StaffRole, id = 'a', places: string[] = []): Principal => ({
	...{ kind: 'staff', id, role, name: 'Hoa', places }
});

describe('who may', () => {
	test.each([
		{ who: 'guest', principal: { kind: 'guest' } as Principal, may: false },
		{ who: 'trainer', principal: staff('trainer'), may: true },
		{ who: 'manager', principal: staff('manager'), may: true },
		{ who: 'expert', principal: staff('expert'), may: false },
		{ who: 'owner', principal: staff('owner'), may: false }
	])('open the console: $who $may', ({ principal, may }) => {
		const rule = ruleOf('GET', '/(console)/trainer/groups/[id]');
		expect(rule && mayUse(rule, principal)).toBe(may);
	});

	test.each([
		{ who: 'guest', principal: { kind: 'guest' } as Principal, may: false },
		{ who: 'a learner', principal: { kind: 'learner', learner: 'a', device: 'd' } as Principal, may: false },
		{ who: 'her trainer', principal: staff('trainer', 'a'), may: true },
		{ who: "another village's trainer", principal: staff('trainer', 'b'), may: false },
		{ who: 'a manager', principal: staff('manager', 'b'), may: true },
		{ who: 'the manager of her province', principal: staff('manager', 'b', ['19']), may: true },
		{ who: 'the manager of her commune', principal: staff('manager', 'b', ['15', '02191']), may: true },
		{ who: "another province's manager", principal: staff('manager', 'b', ['15']), may: false },
		{ who: "another commune's manager", principal: staff('manager', 'b', ['02194']), may: false },
		{ who: 'her trainer, whatever her places', principal: staff('trainer', 'a', ['15']), may: true },
		{ who: 'a trainer of that place', principal: staff('trainer', 'b', ['19']), may: false },
		{ who: 'an expert of that place', principal: staff('expert', 'b', ['19']), may: false },
		{ who: 'an expert who has the id of a trainer', principal: staff('expert', 'a'), may: false }
	])('see a group: $who $may', ({ principal, may }) => {
		expect(mayReadGroup(principal, { trainers: ['a'], province: '19', commune: '02191' })).toBe(may);
	});

	test('a group whose place nobody has chosen is in no place', () => {
		const group = { trainers: ['a'], province: '', commune: '' };
		expect(mayReadGroup(staff('manager', 'b', ['19']), group)).toBe(false);
		expect(mayReadGroup(staff('manager', 'b'), group)).toBe(true);
	});

	test.each([
		...[
			'GET /(console)/trainer/systems',
			'POST /(console)/trainer/systems',
			'GET /(console)/trainer/content'
		],
		...['POST /(console)/trainer/content', 'GET /(console)/trainer/badges', 'POST /(console)/trainer/badges']
	])('what is the whole programme’s is not a province’s: %s', (door) => {
		const [method = '', route = ''] = door.split(' ');
		const rule = ruleOf(method, route)!;
		expect(mayUse(rule, staff('manager'))).toBe(true);
		expect(mayUse(rule, staff('manager', 'b', ['19']))).toBe(false);
		expect(mayUse(rule, staff('trainer'))).toBe(false);
	});
});
