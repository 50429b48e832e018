/**
 * `npm start`: on a fresh clone with only Node (and Go, or a connection) it installs, builds, migrates, imports the
 * lessons and serves; a second start takes seconds. `npm start -- --demo`: the same with an example village.
 * Plain Node without packages until they are installed.
 */
import { Fault } from './house/fault.mjs';
import { checkNodeVersion } from './house/node-version.mjs';

try {
	checkNodeVersion();
	const { startHouse } = await import('./house/start-house.mjs');
	await startHouse(process.argv.slice(2), process.env);
} catch (error) {
	console.error(error instanceof Fault ? error.message : error);
	process.exit(1);
}
