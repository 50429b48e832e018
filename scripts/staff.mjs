// npm run staff -- code E-MAIL | invite NAME: lets people in when no manager can. It asks the server that runs on this
// DATA_DIR, with the key that only the machine's owner can read.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [what, ...rest] = process.argv.slice(2);
const whom = rest.join(' ').trim();
const asked = { code: { path: 'code', field: 'email' }, invite: { path: 'invite', field: 'name' } }[
	what ?? ''
];
if (!asked || !whom)
	giveUp(
		'npm run staff -- code E-MAIL    a one-time code, for a member who forgot her password\n' +
			'npm run staff -- invite NAME    a link that makes somebody a manager of the whole programme'
	);
const dataDir = resolve(process.env.DATA_DIR || 'data');
const running = read(
	'running.json',
	`No server runs on ${dataDir}: start it with "npm start", or set DATA_DIR.`
);
const { importKey } = read(
	'secrets.json',
	`${dataDir}/secrets.json is missing: start the server with "npm start".`
);
const response = await fetch(`${running.origin}/api/house/${asked.path}`, {
	method: 'POST',
	headers: { 'content-type': 'application/json', authorization: `Bearer ${importKey}` },
	body: JSON.stringify({ [asked.field]: whom })
}).catch(() => giveUp(`The server at ${running.origin} does not answer: start it with "npm start".`));
const answer = await response.json().catch(() => ({ message: `The server answered ${response.status}.` }));
if (!response.ok) giveUp(answer.message);
if (answer.link) console.log(`${whom} opens this once, within seven days:\n${answer.link}`);
else console.log(`Code: ${answer.code}\nGood once, for 30 minutes: ${answer.address}, with ${whom}.`);

/**
 * @param {string} name
 * @param {string} otherwise
 */
function read(name, otherwise) {
	try {
		return JSON.parse(readFileSync(join(dataDir, name), 'utf8'));
	} catch {
		return giveUp(otherwise);
	}
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
	console.error(sentence);
	process.exit(1);
}
