/// <reference path="../data/pocketbase/types.d.ts" />

// The services account follows DATA_DIR/secrets.json: a restored database whose account has another password, or
// has lost it, works again at the next start. (At the very first start the collections are not there yet.)
onBootstrap((e) => {
	e.next();
	const email = $os.getenv('SERVICES_EMAIL');
	const password = $os.getenv('SERVICES_PASSWORD');
	if (!email || !password || !e.app.hasTable('services')) return;
	let account;
	try {
		account = e.app.findAuthRecordByEmail('services', email);
	} catch {
		account = new Record(e.app.findCollectionByNameOrId('services'));
		account.setEmail(email);
	}
	if (account.validatePassword(password)) return;
	account.setPassword(password);
	account.setVerified(true);
	e.app.save(account);
});
