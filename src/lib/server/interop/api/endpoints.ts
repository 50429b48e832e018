import type { GenericSchema } from 'valibot';
import { SPLITS } from '$lib/domain/report/split';
import { ApiBadges, ApiCatalog, ApiGroups, ApiProfile, ApiProgress, ApiReport } from './forms';
import type { Scope } from './tokens';

export type Endpoint = {
	path: string;
	summary: string;
	/** Null: open to everyone. */
	scope: Scope | null;
	answer: GenericSchema;
	query?: { name: string; says: string; pattern: string }[];
};

/** The read API, as it is documented and as it is answered (src/routes/api/v1). A test holds the two together. */
export const endpoints = {
	catalog: {
		path: '/api/v1/catalog',
		summary: 'Courses, modules and lessons that are published.',
		scope: 'catalog',
		answer: ApiCatalog
	},
	groups: {
		path: '/api/v1/groups',
		summary: 'Groups with their place. Groups of one to four women say null instead of how many.',
		scope: 'groups',
		answer: ApiGroups
	},
	progress: {
		path: '/api/v1/progress',
		summary: 'For each group and course: how many women have begun and completed it. Never about one woman.',
		scope: 'progress',
		answer: ApiProgress
	},
	reports: {
		path: '/api/v1/reports',
		summary:
			'The figures of a period, by place, people, age, … (rules: /trainer/reports/rules). Never about fewer than five women.',
		scope: 'reports',
		answer: ApiReport,
		query: [
			{
				name: 'period',
				says: 'A month, a quarter, a year; "days" with `from` and `to`. This month when not said.',
				pattern: '^(20\\d\\d(-(0[1-9]|1[0-2]|Q[1-4]))?|days)$'
			},
			{ name: 'from', says: 'The first day, in Vietnam.', pattern: '^20\\d\\d-\\d\\d-\\d\\d$' },
			{ name: 'to', says: 'The last day.', pattern: '^20\\d\\d-\\d\\d-\\d\\d$' },
			{
				name: 'by',
				says: 'What the lines are; places when not said.',
				pattern: `^(${SPLITS.join('|')})$`
			}
		]
	},
	badges: {
		path: '/api/v1/badges',
		summary: 'Badges that were issued, oldest first, by pseudonym; with names only if the scope says so.',
		scope: 'badges',
		answer: ApiBadges,
		query: [
			{ name: 'after', says: 'The `next` of the answer before.', pattern: '^\\d{1,16}$' },
			{ name: 'limit', says: 'How many at most, 1 to 500; 100 when not said.', pattern: '^\\d{1,3}$' }
		]
	},
	xapi: {
		path: '/api/v1/xapi',
		summary: 'Which xAPI statements this server tells, with which verbs: the profile that they name.',
		scope: null,
		answer: ApiProfile
	}
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
