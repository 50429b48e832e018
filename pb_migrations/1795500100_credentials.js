/// <reference path="../data/pocketbase/types.d.ts" />

// A badge becomes a signed credential (src/lib/badges). What is signed once is kept as it was signed. Public keys are
// kept for ever, also when the file with the secret ones is lost: old credentials must go on being checked.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		const badges = app.findCollectionByNameOrId('badges');
		for (const field of [
			text('subject', 45),
			/** Her name as it was signed, and the salt of its hash: told to nobody but her. */
			text('holder', 200),
			text('nameSalt', 40),
			int('statusIndex'),
			text('credential', 20000),
			text('jwt', 10000),
			int('signedAtMs'),
			int('revokedAtMs'),
			text('revokedWhy', 200)
		])
			badges.fields.add(new Field(field));
		badges.addIndex('idx_badges_status', true, '`statusIndex`', '`signedAtMs` > 0');
		badges.addIndex('idx_badges_revoked', false, '`statusIndex`', '`revokedAtMs` > 0');
		app.save(badges);

		app.save(
			new Collection({
				type: 'base',
				name: 'badge_keys',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				fields: [text('publicKey', 100), text('kind', 20), int('madeAtMs')],
				indexes: ['CREATE UNIQUE INDEX `idx_badge_keys_key` ON `badge_keys` (`publicKey`)']
			})
		);
	},
	(app) => {
		app.delete(app.findCollectionByNameOrId('badge_keys'));
		const badges = app.findCollectionByNameOrId('badges');
		for (const name of ['idx_badges_status', 'idx_badges_revoked']) badges.removeIndex(name);
		for (const name of [
			'subject',
			'holder',
			'nameSalt',
			'statusIndex',
			'credential',
			'jwt',
			'signedAtMs',
			'revokedAtMs',
			'revokedWhy'
		])
			badges.fields.removeByName(name);
		app.save(badges);
	}
);
