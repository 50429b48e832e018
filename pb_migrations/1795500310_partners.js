/// <reference path="../data/pocketbase/types.d.ts" />

// The board of partners and the introductions between them and groups or women (docs/decisions/0031). 0 and '' are "not".
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'partners',
				fields: [
					text('name', 480),
					text('kind', 20),
					text('registration', 40),
					text('contactName', 320),
					text('phone', 20),
					text('email', 120),
					text('place', 480),
					text('province', 2),
					text('commune', 5),
					// JSON: [{id, kind, amount, unit, quality, months}].
					text('wants', 8000),
					// JSON: names of what it gives.
					text('gives', 300),
					text('about', 2400),
					// By what one is the same as another, and by what it is found.
					text('nameKey', 480),
					text('searchKey', 1200),
					text('state', 12),
					// "form" for what a stranger sent; else the id of who entered it.
					text('enteredBy', 15),
					int('enteredAtMs'),
					text('verifiedBy', 15),
					int('verifiedAtMs'),
					text('verifiedHow', 20),
					text('verifiedWords', 1200),
					text('stateBy', 15),
					int('stateAtMs'),
					text('stateReason', 1200),
					int('version'),
					text('changedBy', 15),
					int('changedAtMs')
				],
				indexes: [
					'CREATE INDEX `idx_partners_state` ON `partners` (`state`, `enteredAtMs`)',
					'CREATE INDEX `idx_partners_name` ON `partners` (`nameKey`)',
					"CREATE INDEX `idx_partners_phone` ON `partners` (`phone`) WHERE `phone` <> ''",
					"CREATE INDEX `idx_partners_registration` ON `partners` (`registration`) WHERE `registration` <> ''"
				]
			})
		);

		const partner = app.findCollectionByNameOrId('partners').id;
		const of = (name, collectionId) => ({
			...{ type: 'relation', name, collectionId, required: true, maxSelect: 1, cascadeDelete: true }
		});

		// A member of staff says that something is wrong with a partner.
		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'partner_reports',
				fields: [
					of('partner', partner),
					text('by', 15),
					text('reason', 1200),
					int('atMs'),
					text('handledBy', 15),
					int('handledAtMs')
				],
				indexes: ['CREATE INDEX `idx_partner_reports_partner` ON `partner_reports` (`partner`, `atMs`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'introductions',
				fields: [
					of('partner', partner),
					// "trade" or "mentor".
					text('sort', 10),
					// Whom: "group" or "learner", and which; the group that she was in when it was made.
					text('whoKind', 10),
					text('who', 15),
					text('viaGroup', 15),
					// What of the partner's wants it is about; or the name of what it gives.
					text('about', 20),
					// Who has asked her, when; whether her number may be given.
					text('askedBy', 15),
					int('askedAtMs'),
					{ type: 'bool', name: 'mayGiveContact' },
					// How far it has come; whether it has ended.
					text('step', 12),
					text('endedWhy', 12),
					text('madeBy', 15),
					int('madeAtMs'),
					int('changedAtMs'),
					text('changedBy', 15),
					int('version'),
					text('notice', 15)
				],
				indexes: [
					// Counted once: the same partner and the same group or woman again is the same introduction.
					'CREATE UNIQUE INDEX `idx_introductions_pair` ON `introductions` (`partner`, `sort`, `whoKind`, `who`)',
					'CREATE INDEX `idx_introductions_who` ON `introductions` (`who`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'introduction_steps',
				fields: [
					of('introduction', app.findCollectionByNameOrId('introductions').id),
					text('step', 12),
					// "2026-11-24" in Vietnam.
					text('day', 10),
					// In đồng; what an order or an agreement is worth.
					int('amount'),
					text('words', 1600),
					text('by', 15),
					int('atMs'),
					// The version of the introduction that this made.
					int('nth')
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_introduction_steps_nth` ON `introduction_steps` (`introduction`, `nth`)',
					'CREATE INDEX `idx_introduction_steps_day` ON `introduction_steps` (`day`)'
				]
			})
		);
	},
	(app) => {
		for (const name of ['introduction_steps', 'introductions', 'partner_reports', 'partners'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
