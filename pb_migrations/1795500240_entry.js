/// <reference path="../data/pocketbase/types.d.ts" />

// How staff come in without e-mail: invitations and one-time codes. From which browser a session is, which phone a
// profile is on, and who did what, to be looked for.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true, min: 0 });
		const text = (name, max) => ({ type: 'text', name, max });

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'invitations',
				fields: [
					// HMAC-SHA256 with a pepper that is not in this database.
					text('secretHash', 64),
					text('name', 100),
					text('role', 10),
					// Codes of provinces and communes; ids of groups.
					{ type: 'json', name: 'places', maxSize: 4000 },
					{ type: 'json', name: 'groups', maxSize: 4000 },
					// '' when the machine's owner made it.
					text('invitedBy', 15),
					int('madeAtMs'),
					int('expiresAtMs'),
					int('usedAtMs'),
					text('usedBy', 15),
					int('withdrawnAtMs')
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_invitations_secret` ON `invitations` (`secretHash`)',
					'CREATE INDEX `idx_invitations_open` ON `invitations` (`expiresAtMs`)'
				]
			})
		);

		// One a member: a new code takes the place of the one before.
		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'staff_codes',
				fields: [
					text('staff', 15),
					text('codeHash', 64),
					text('madeBy', 15),
					int('madeAtMs'),
					int('expiresAtMs'),
					int('wrong'),
					int('usedAtMs')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_staff_codes_staff` ON `staff_codes` (`staff`)']
			})
		);

		const sessions = app.findCollectionByNameOrId('sessions');
		sessions.fields.add(new TextField({ name: 'browser', max: 60 }));
		sessions.fields.add(new NumberField({ name: 'seenAt', onlyInt: true, min: 0 }));
		app.save(sessions);

		// The same for profiles of which the server has seen that they share a phone; '' when it is not known.
		const devices = app.findCollectionByNameOrId('devices');
		devices.fields.add(new TextField({ name: 'phone', max: 15 }));
		app.save(devices);

		const audit = app.findCollectionByNameOrId('audit');
		audit.addIndex('idx_audit_who', false, '`who`, `at`', '');
		audit.addIndex('idx_audit_about', false, '`about`, `at`', '');
		app.save(audit);
	},
	(app) => {
		const audit = app.findCollectionByNameOrId('audit');
		for (const name of ['idx_audit_who', 'idx_audit_about']) audit.removeIndex(name);
		app.save(audit);
		for (const [name, fields] of [
			['devices', ['phone']],
			['sessions', ['browser', 'seenAt']]
		]) {
			const collection = app.findCollectionByNameOrId(name);
			for (const field of fields) collection.fields.removeByName(field);
			app.save(collection);
		}
		for (const name of ['staff_codes', 'invitations']) app.delete(app.findCollectionByNameOrId(name));
	}
);
