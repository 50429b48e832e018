/// <reference path="../data/pocketbase/types.d.ts" />

// What PocketBase itself may do here: next to nothing. It listens on loopback, and the app is its only client.
migrate(
	(app) => {
		const settings = app.settings();
		settings.meta.appName = 'Bản Mây';
		settings.meta.hideControls = true;
		// slog levels: 8 is error. Request logs (info) would write a row for each call, with ids of learners in it.
		settings.logs.minLevel = 8;
		settings.logs.maxDays = 7;
		settings.logs.logIP = false;
		settings.logs.logAuthId = false;
		settings.batch.enabled = false;
		// The app limits its own clients; all of its calls come from one loopback address.
		settings.rateLimits.enabled = false;
		settings.trustedProxy.headers = [];
		settings.superuserIPs = ['127.0.0.1/32', '::1/128'];
		settings.backups.cron = '17 2 * * *';
		settings.backups.cronMaxKeep = 7;
		app.save(settings);

		// Without any superuser, PocketBase makes one at each start and prints a link to it. So there is one that
		// nobody can sign in as: its password is thrown away here. `superuser upsert` makes another when needed.
		const nobody = new Record(app.findCollectionByNameOrId('_superusers'));
		nobody.setEmail('nobody@ban-may.invalid');
		nobody.setPassword($security.randomString(64));
		app.save(nobody);

		// Every fresh data folder has an open-ended `users` collection.
		app.delete(app.findCollectionByNameOrId('users'));
	},
	(app) => {
		const settings = app.settings();
		settings.backups.cron = '';
		app.save(settings);
	}
);
