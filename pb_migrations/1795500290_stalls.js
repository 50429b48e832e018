/// <reference path="../data/pocketbase/types.d.ts" />

// Stalls and what stands in them: derived from women's events (src/lib/domain/fold-shop.ts), but for the words of the
// people who look after them (checked, taken down, written for her) and for what strangers ask. 0 and '' are "not".
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		/** Who looked and says that it is so; who took it down, when and why. */
		const looked = [
			text('checkedBy', 15),
			int('checkedAtMs'),
			text('downBy', 15),
			int('downAtMs'),
			text('downReason', 300)
		];

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'stalls',
				fields: [
					// Its address. Given once and never changed, also when the name is.
					text('slug', 60),
					// "learner" or "group", and which.
					text('ownerKind', 10),
					text('owner', 15),
					text('name', 100),
					text('place', 200),
					// JSON: {picture, story, phone, badges}: what strangers are shown, media by the names of their copies.
					text('shown', 4000),
					// How many pictures and recordings have not come yet.
					int('waits'),
					int('openedAtMs'),
					int('changedAtMs'),
					...looked
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_stalls_slug` ON `stalls` (`slug`)',
					'CREATE UNIQUE INDEX `idx_stalls_owner` ON `stalls` (`ownerKind`, `owner`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'products',
				fields: [
					text('learner', 15),
					// The id that her phone gave it; another woman's may be the same.
					text('product', 26),
					// Its name in words; of one that was only said, what her trainer wrote (writtenName).
					text('name', 240),
					text('writtenName', 240),
					int('price'),
					text('unit', 20),
					int('stock'),
					{ type: 'bool', name: 'withdrawn' },
					// The group in whose stall it stands too.
					text('group', 15),
					// JSON: the offer as she made it, without her costs.
					text('body', 8000),
					// JSON: {photos: [{small, large, width, height}], story, voice}: copies for strangers.
					text('shown', 4000),
					int('waits'),
					int('offeredAtMs'),
					int('changedAtMs'),
					...looked
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_products_pair` ON `products` (`learner`, `product`)',
					"CREATE INDEX `idx_products_group` ON `products` (`group`) WHERE `group` <> ''"
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'stall_messages',
				fields: [
					// The form's key: sent twice it is one message.
					text('key', 26),
					text('stall', 15),
					text('product', 15),
					text('name', 100),
					text('contact', 200),
					text('message', 2000),
					int('sentAtMs'),
					int('handledAtMs'),
					text('handledBy', 15)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_stall_messages_key` ON `stall_messages` (`key`)',
					'CREATE INDEX `idx_stall_messages_stall` ON `stall_messages` (`stall`, `sentAtMs`)'
				]
			})
		);

		// Whose stall is to be folded anew: written with her events, gone when it is done.
		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'stall_debts',
				fields: [text('learner', 15), int('sinceMs')],
				indexes: ['CREATE UNIQUE INDEX `idx_stall_debts_learner` ON `stall_debts` (`learner`)']
			})
		);
	},
	(app) => {
		for (const name of ['stall_debts', 'stall_messages', 'products', 'stalls'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
