/**
 * The law of imports: domain <- offline <- sync <- features <- routes. ui, i18n and voice stand beside the
 * features, and every feature may use them. One feature never imports another. Server code is imported by
 * server files alone. docs/decisions/0013-law-of-imports.md says why.
 */
const features = ['learn', 'practice', 'badges', 'market', 'studio', 'console'];
const beside = ['ui', 'i18n', 'voice'];

/**
 * Each place, the places it may import, and what to do instead when it wants more.
 * @type {Record<string, [allowed: string[], advice: string]>}
 */
const places = {
	domain: [
		[],
		'domain is pure: pass the value in, or move the code to where the clock, the store or the page is.'
	],
	i18n: [['domain'], 'i18n knows words only: pass in what it needs.'],
	offline: [['domain'], 'offline keeps rows: let sync or the feature call it, not the other way round.'],
	sync: [
		['domain', 'offline'],
		'sync moves rows between the phone and the server: it has no page and no voice.'
	],
	voice: [
		['domain', 'offline', 'sync', 'i18n', 'ui'],
		'voice speaks for every feature and knows none of them.'
	],
	ui: [
		['domain', 'i18n', 'voice'],
		'a plain component takes properties: let the feature fetch and pass them in.'
	],
	...Object.fromEntries(
		features.map((feature) => [
			feature,
			[
				['domain', 'offline', 'sync', ...beside],
				'one feature never imports another: move what both need into domain, ui or voice.'
			]
		])
	),
	server: [
		['domain', 'i18n', ...features.map((feature) => `${feature}-server`)],
		'server code may not lean on pages or on the phone: share through domain.'
	],
	...Object.fromEntries(
		features.map((feature) => [
			`${feature}-server`,
			[
				['domain', 'i18n', 'server', feature],
				"a feature's server part uses its own feature, server and domain."
			]
		])
	),
	worker: [['domain', 'offline'], 'the service worker sees no Svelte: it knows files and the database.'],
	routes: [
		['domain', 'offline', 'sync', 'server', ...beside, ...features, ...features.map((f) => `${f}-server`)],
		'routes are the top.'
	]
};

const elements = [
	...features.map((feature) => ({ type: `${feature}-server`, pattern: `src/lib/${feature}/server` })),
	...[...features, ...beside, 'domain', 'offline', 'sync', 'server'].map((name) => ({
		type: name,
		pattern: `src/lib/${name}`
	})),
	{ type: 'worker', pattern: 'src/service-worker' },
	{ type: 'routes', pattern: 'src/routes' }
];

const policies = Object.entries(places).flatMap(([place, [allowed, advice]]) => {
	const forbidden = Object.keys(places).filter((other) => other !== place && !allowed.includes(other));
	return forbidden.length === 0
		? []
		: [
				{
					from: { element: { type: place } },
					disallow: { to: { element: { types: { anyOf: forbidden } } } },
					message: `Law of imports: "${place}" may import ${allowed.length ? allowed.join(', ') : 'nothing of ours'}, and this is another place. Instead: ${advice}`
				}
			];
});

/** @type {{settings: Record<string, unknown>, rules: import('eslint').Linter.RulesRecord}} */
export const lawOfImports = {
	settings: {
		'boundaries/elements': elements,
		'boundaries/include': ['src/**/*'],
		'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export']
	},
	rules: {
		'boundaries/dependencies': ['error', { default: 'allow', policies }]
	}
};
