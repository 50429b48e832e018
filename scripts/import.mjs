// npm run import -- FILE: hands a curriculum or a pack (.banmay) to the server that runs on this DATA_DIR.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [file] = process.argv.slice(2);
if (!file) giveUp('Say which file: npm run import -- FILE');
const dataDir = resolve(process.env.DATA_DIR || 'data');
const bytes = readOr(file, `There is no file ${file}.`);
const isPack = bytes.subarray(0, 2).toString('latin1') === 'PK';
const running = JSON.parse(
	readOr(
		join(dataDir, 'running.json'),
		`No server runs on ${dataDir}: start it with "npm start", or set DATA_DIR to where its data lie.`
	).toString()
);
const { importKey } = JSON.parse(
	readOr(
		join(dataDir, 'secrets.json'),
		`${dataDir}/secrets.json is missing: start the server with "npm start".`
	).toString()
);
try {
	// A file in another encoding than UTF-8 would be imported with broken letters.
	if (!isPack) JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
} catch (cause) {
	giveUp(`${file} is no JSON in UTF-8: ${cause instanceof Error ? cause.message : cause}`);
}
console.log(
	isPack
		? `Importing the pack ${file}.`
		: `Importing ${file}: new sentences are narrated, which takes a moment.`
);
const response = await fetch(`${running.origin}/api/import`, {
	method: 'POST',
	headers: {
		'content-type': isPack ? 'application/zip' : 'application/json',
		authorization: `Bearer ${importKey}`
	},
	body: new Uint8Array(bytes)
}).catch(() => giveUp(`The server at ${running.origin} does not answer: start it with "npm start".`));
const answer = await response.json().catch(() => ({ message: `The server answered ${response.status}.` }));
if (!response.ok) giveUp([...(answer.faults ?? []), answer.message].join('\n'));
console.log(`${answer.imported} lessons imported, ${answer.unchanged} unchanged`);

/**
 * @param {string} path
 * @param {string} otherwise
 */
function readOr(path, otherwise) {
	try {
		return readFileSync(path);
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
