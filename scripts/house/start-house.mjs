import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressesOf } from './addresses.mjs';
import { build } from './build.mjs';
import { openDataDir } from './data-dir.mjs';
import { handOver } from './hand-over.mjs';
import { install } from './install.mjs';
import { listen } from './listen.mjs';
import { openDatabase } from './open-database.mjs';
import { ROOT } from './root.mjs';
import { readSettings } from './settings.mjs';
import { step } from './step.mjs';
import { Undo } from './undo.mjs';
import { untilToldToStop } from './until-told-to-stop.mjs';
import { welcome } from './welcome.mjs';
import { writeAtomically } from './write-atomically.mjs';

/**
 * Runs the whole house, the app in this process and PocketBase beside it, until it is told to stop.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @throws {import('./fault.mjs').Fault}
 */
export async function startHouse(args, env) {
	const settings = readSettings(args, env, { cwd: ROOT });
	const isToldToStop = untilToldToStop();
	const undo = new Undo();
	try {
		await Promise.race([open(settings, env, undo), isToldToStop]);
		await isToldToStop;
	} finally {
		await undo.all();
	}
	process.exit(0);
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {Undo} undo
 */
async function open(settings, env, undo) {
	const { dataDir, isDemo } = settings;
	undo.add(openDataDir(dataDir).release);
	const door = await listen(settings);
	const addresses = addressesOf({ ...settings, port: door.port });
	await install();
	await build();
	const running = new RunningFile(dataDir, addresses.here);
	undo.add(() => running.remove());
	const { secrets, manager, ...database } = await openDatabase(settings, env, {
		onStart: (pocketbase) => running.update(pocketbase),
		toUndo: (undoOne) => undo.add(undoOne)
	});
	undo.add(door.close);
	handOver(env, { settings, origin: settings.origin ?? addresses.here, secrets, manager });
	door.serve(await step('Preparing the lessons', loadApp));
	running.write(database.running());
	await welcome({ addresses, manager, dataDir, isDemo });
}

/** The app's own start (importing lessons, an example village) is over when it is loaded. */
async function loadApp() {
	const { handler } = await import(pathToFileURL(path.join(ROOT, 'build/handler.js')).href);
	return handler;
}

/** DATA_DIR/running.json: where other tools find the server that runs on this data folder. */
class RunningFile {
	#isWritten = false;

	/**
	 * @param {string} dataDir
	 * @param {string} origin
	 */
	constructor(dataDir, origin) {
		this.file = path.join(dataDir, 'running.json');
		this.origin = origin;
	}

	/** @param {{ url: string, pid: number }} pocketbase */
	write(pocketbase) {
		this.#isWritten = true;
		writeAtomically(this.file, `${JSON.stringify({ origin: this.origin, pid: process.pid, pocketbase })}\n`);
	}

	/** PocketBase was started again. @param {{ url: string, pid: number }} pocketbase */
	update(pocketbase) {
		if (this.#isWritten) this.write(pocketbase);
	}

	remove() {
		rmSync(this.file, { force: true });
	}
}
