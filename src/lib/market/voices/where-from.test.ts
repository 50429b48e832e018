import { is } from 'valibot';
import { expect, test } from 'vitest';
import { Where } from '$lib/domain/voices';
import { whereFrom } from './where-from';

test.each([
	{
		query: 'from=/lessons/bat-may&part=card:3',
		is: { route: '/lessons/bat-may', lesson: 'bat-may', card: 3 }
	},
	{
		query: 'from=/lessons/bat-may&part=question:12',
		is: { route: '/lessons/bat-may', lesson: 'bat-may', question: 12 }
	},
	{ query: 'from=/review/bat-may', is: { route: '/review/bat-may', lesson: 'bat-may' } },
	{ query: 'from=/me&part=card:3', is: { route: '/me' } },
	{ query: 'from=/lessons/bat-may&part=card:51', is: { route: '/lessons/bat-may', lesson: 'bat-may' } },
	{ query: 'from=/lessons/bat-may&part=constructor:1', is: { route: '/lessons/bat-may', lesson: 'bat-may' } },
	{ query: 'from=https://elsewhere.test', is: { route: '/' } },
	{ query: 'from=//elsewhere.test', is: { route: '/' } },
	{ query: `from=/${'x'.repeat(200)}`, is: { route: '/' } },
	{ query: '', is: { route: '/' } }
])('"$query" is a place that the server takes', ({ query, is: expected }) => {
	const where = whereFrom(new URLSearchParams(query));
	expect(where).toEqual(expected);
	expect(is(Where, where)).toBe(true);
});
