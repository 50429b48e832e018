import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What stands on the screen once the server is ready.
 * @param {object} house
 * @param {{ here: string, phone: string | undefined }} house.addresses
 * @param {{ email: string, password: string | undefined }} house.manager
 * @param {string} house.dataDir
 * @param {boolean} house.isDemo
 */
export async function welcome({ addresses: { here, phone }, manager, dataDir, isDemo }) {
	const { email, password } = manager;
	console.log(`\nBản Mây: ${here}`);
	if (phone && phone !== here) console.log(`  on a phone: ${phone}`);
	console.log(`  sign in:    ${here}/sign-in`);
	console.log(
		`  manager:    ${email}  ${password ? `password: ${password}  (shown this once)` : '(password set at first start)'}`
	);
	console.log(`  data:       ${dataDir}`);
	if (isDemo) console.log(`\n${readFileSync(path.join(dataDir, 'demo.json'), 'utf8').trim()}`);
	if (phone) {
		const { renderUnicodeCompact } = await import('uqr');
		console.log(`\n${renderUnicodeCompact(phone, { border: 2 })}`);
	}
	console.log('Stop with Ctrl-C.');
}
