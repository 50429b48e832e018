/// <reference path="../data/pocketbase/types.d.ts" />

// The public half of the key that a phone signs with what others carry for it: "<algorithm>:<base64url>".
migrate(
	(app) => {
		const devices = app.findCollectionByNameOrId('devices');
		devices.fields.add(new TextField({ name: 'carryKey', max: 200 }));
		app.save(devices);
	},
	(app) => {
		const devices = app.findCollectionByNameOrId('devices');
		devices.fields.removeByName('carryKey');
		app.save(devices);
	}
);
