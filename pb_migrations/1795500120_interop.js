/// <reference path="../data/pocketbase/types.d.ts" />

// What is told to other systems: where to, how far we are, what they would not take; and who may read (api_tokens).
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
				name: 'interop_targets',
				fields: [
					text('name', 20),
					text('url', 500),
					text('user', 200),
					// Sealed with a key that is not in this database (src/lib/server/interop/seal.ts).
					text('secret', 1000),
					// on: deliver; paused: they refused us, a person must look; off.
					text('state', 10),
					text('problem', 200),
					int('tries'),
					int('nextAtMs'),
					int('lastOkAtMs'),
					int('delivered'),
					// Places in the order of arrival, with a mark (pb_hooks/lib/cursor.js).
					int('events'),
					int('badges')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_interop_targets_name` ON `interop_targets` (`name`)']
			})
		);

		// What another system refused for good: kept until a person has looked.
		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'interop_refused',
				fields: [
					text('target', 20),
					text('about', 40),
					int('atMs'),
					text('why', 300),
					{ type: 'json', name: 'body', maxSize: 50000 }
				],
				indexes: ['CREATE UNIQUE INDEX `idx_interop_refused_pair` ON `interop_refused` (`target`, `about`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'api_tokens',
				fields: [
					text('name', 100),
					// SHA-256: a token has 256 random bits, so that nothing slower is needed.
					text('hash', 64),
					text('scopes', 200),
					text('createdBy', 15),
					int('createdAtMs'),
					int('lastUsedAtMs'),
					int('revokedAtMs')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_api_tokens_hash` ON `api_tokens` (`hash`)']
			})
		);
	},
	(app) => {
		for (const name of ['api_tokens', 'interop_refused', 'interop_targets'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
