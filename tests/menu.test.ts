import { expect, test } from 'vitest';
import { placesOf } from '../src/lib/console/menu/places-of';
import { ruleOf, type Role } from '../src/lib/server/access';

test.each([
	{ role: 'trainer', reachesAll: false },
	{ role: 'manager', reachesAll: false },
	{ role: 'manager', reachesAll: true },
	{ role: 'expert', reachesAll: false },
	{ role: 'owner', reachesAll: false }
] satisfies { role: Role; reachesAll: boolean }[])(
	'the menu leads $role (whole programme: $reachesAll) to no closed door',
	({ role, reachesAll }) => {
		const pages = placesOf({ role, reachesAll })
			.flat()
			.filter(({ isElsewhere }) => !isElsewhere);
		for (const { href } of pages) {
			const rule = ruleOf('GET', `/(console)${href}`);
			expect(rule?.may, href).toContain(role);
			if (rule?.reach === 'all') expect(reachesAll, href).toBe(true);
		}
	}
);
