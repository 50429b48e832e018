import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { writeAtomically } from './write-atomically.mjs';

/**
 * @typedef {object} Secrets
 * @property {{ email: string, password: string }} services the app's account in PocketBase
 * @property {string} pepper makes the stored hashes of cards useless without this file
 * @property {string} importKey lets `npm run import` in, on this machine
 */

/** New secrets are never made by themselves: all printed cards would stop working, and nobody would know why.
 * @param {string} file */
const WAYS_OUT = (file) =>
	`put it back from a backup or, if there is none, run "rm -f ${file} && touch ${file}.renew" and start again (every woman's card must then be printed anew)`;

const secret = () => randomBytes(32).toString('base64url');

/**
 * Reads DATA_DIR/secrets.json; makes it once, for its owner's eyes only. Whoever moves the data folder moves it too.
 * @param {string} dataDir
 * @returns {Secrets}
 * @throws {Fault}
 */
export function loadSecrets(dataDir) {
	const file = path.join(dataDir, 'secrets.json');
	if (existsSync(file)) return read(file);
	const allowed = `${file}.renew`;
	if (existsSync(path.join(dataDir, 'pocketbase', 'data.db')) && !existsSync(allowed))
		throw new Fault('secrets_lost', `${file} is missing beside its database: ${WAYS_OUT(file)}.`);
	const made = {
		services: { email: 'app@services.ban-may.invalid', password: secret() },
		pepper: secret(),
		importKey: secret()
	};
	writeAtomically(file, `${JSON.stringify(made, null, '\t')}\n`, 0o600);
	rmSync(allowed, { force: true });
	return made;
}

/** @param {string} file */
function read(file) {
	try {
		const secrets = JSON.parse(readFileSync(file, 'utf8'));
		const texts = [secrets.services.email, secrets.services.password, secrets.pepper, secrets.importKey];
		if (texts.every((text) => typeof text === 'string' && text !== '')) return secrets;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EACCES')
			throw new Fault(
				'secrets_unreadable',
				`${file} may not be read by this user: start as the user it belongs to.`
			);
	}
	throw new Fault('secrets_corrupt', `${file} is damaged: ${WAYS_OUT(file)}.`);
}
