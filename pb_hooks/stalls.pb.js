/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** What a woman's stall is folded from: her events about it, and who she is. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/shop',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/stall-sql.js`);
		const learner = e.request.pathValue('id');
		const { json: events } = one($app, sql.events, { json: '' }, { learner });
		const about = one($app, sql.about, { json: '' }, { learner });
		return sendJson(e, `{"events":${events},"about":${about ? about.json : 'null'}}`);
	},
	$apis.requireAuth('services')
);

/** One stall with what is in it, found by `slug`, by `id`, or by `ownerKind` and `owner`; null when there is none. */
routerAdd(
	'GET',
	'/api/banmay/stalls/one',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/stall-sql.js`);
		const query = e.request.url.query();
		const by = (name) => query.get(name);
		const found = by('slug')
			? one($app, sql.bySlug, { row: '' }, { slug: by('slug') })
			: by('id')
				? one($app, sql.byId, { row: '' }, { id: by('id') })
				: one($app, sql.byOwner, { row: '' }, { ownerKind: by('ownerKind'), owner: by('owner') });
		if (!found) return sendJson(e, '{"stall":null,"products":[]}');
		const { ownerKind, owner } = JSON.parse(found.row);
		const { json } = one($app, sql.products[ownerKind], { json: '' }, { owner });
		return sendJson(e, `{"stall":${found.row},"products":${json}}`);
	},
	$apis.requireAuth('services')
);

/** The stalls of groups and of the women in them, and what strangers have asked there. */
routerAdd(
	'POST',
	'/api/banmay/stalls/of-groups',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/stall-sql.js`);
		const groups = JSON.stringify(e.requestInfo().body.groups);
		const { json } = one($app, sql.ofGroups, { json: '' }, { groups });
		const stalls = JSON.stringify(JSON.parse(json).map(({ stall }) => stall.id));
		const { json: messages } = one($app, sql.messagesOf, { json: '' }, { stalls });
		return sendJson(e, `{"stalls":${json},"messages":${messages}}`);
	},
	$apis.requireAuth('services')
);

/** Of these files those that no stall shows. */
routerAdd(
	'POST',
	'/api/banmay/stalls/unnamed',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/stall-sql.js`);
		const { media } = e.requestInfo().body;
		return e.json(200, {
			free: media.filter((name) => one($app, sql.names, { n: 0 }, { media: name }).n === 0)
		});
	},
	$apis.requireAuth('services')
);
