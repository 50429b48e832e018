/// <reference path="../data/pocketbase/types.d.ts" />

// Who may sign in to PocketBase: the app itself (`services`), and staff, whose passwords are checked there.
migrate(
	(app) => {
		const services = new Collection({
			type: 'auth',
			name: 'services',
			passwordAuth: { enabled: true, identityFields: ['email'] },
			authAlert: { enabled: false },
			authToken: { duration: 24 * 3600 }
		});
		app.save(services);

		const email = $os.getenv('SERVICES_EMAIL');
		const password = $os.getenv('SERVICES_PASSWORD');
		if (!email || !password)
			throw new Error('SERVICES_EMAIL and SERVICES_PASSWORD must be set: use npm start');
		const account = new Record(services);
		account.setEmail(email);
		account.setPassword(password);
		account.setVerified(true);
		app.save(account);

		const ours = '@request.auth.collectionName = "services"';
		app.save(
			new Collection({
				type: 'auth',
				name: 'staff',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				updateRule: ours,
				deleteRule: ours,
				// The app sets passwords and reads e-mail addresses without asking for the old password.
				manageRule: ours,
				authRule: 'active = true',
				passwordAuth: { enabled: true, identityFields: ['email'] },
				authAlert: { enabled: false },
				// Only the password check is used; the session that follows is the app's own.
				authToken: { duration: 60 },
				fields: [
					{ type: 'text', name: 'name', required: true, max: 100 },
					{ type: 'text', name: 'picture', max: 60 },
					{
						type: 'select',
						name: 'role',
						required: true,
						maxSelect: 1,
						values: ['manager', 'trainer', 'expert', 'owner']
					},
					{ type: 'bool', name: 'active' },
					{ type: 'autodate', name: 'created', onCreate: true },
					{ type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
				]
			})
		);

		app.save(
			new Collection({
				type: 'base',
				name: 'sessions',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				updateRule: ours,
				deleteRule: ours,
				fields: [
					// The SHA-256 of the cookie, in hex: a stolen backup opens no session.
					{
						type: 'text',
						name: 'id',
						primaryKey: true,
						required: true,
						min: 64,
						max: 64,
						pattern: '^[a-z0-9]+$'
					},
					{ type: 'text', name: 'user', required: true, max: 64 },
					{ type: 'select', name: 'kind', required: true, maxSelect: 1, values: ['staff', 'learner'] },
					{ type: 'text', name: 'device', max: 26 },
					{ type: 'number', name: 'expiresAt', onlyInt: true },
					{ type: 'number', name: 'createdAt', onlyInt: true }
				],
				indexes: [
					'CREATE INDEX `idx_sessions_user` ON `sessions` (`user`)',
					'CREATE INDEX `idx_sessions_device` ON `sessions` (`device`)',
					'CREATE INDEX `idx_sessions_expires` ON `sessions` (`expiresAt`)'
				]
			})
		);
	},
	(app) => {
		for (const name of ['sessions', 'staff', 'services']) app.delete(app.findCollectionByNameOrId(name));
	}
);
