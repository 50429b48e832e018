import { findPocketBase } from '../pocketbase/find.mjs';
import { endOrphan } from './end-orphan.mjs';
import { ensureFirstManager } from './first-manager.mjs';
import { handOverPocketBase } from './hand-over.mjs';
import { PocketBaseKeeper } from './keep-pocketbase.mjs';
import { loadSecrets } from './secrets.mjs';
import { step } from './step.mjs';

/**
 * Finds PocketBase, starts it on the data folder and keeps it running.
 * @param {import('./settings.mjs').Settings} settings
 * @param {NodeJS.ProcessEnv} env gets PocketBase's address at each start
 * @param {{ onStart: (running: { url: string, pid: number }) => void, toUndo: (undoOne: () => Promise<void>) => void }} house
 * @returns {Promise<{ secrets: import('./secrets.mjs').Secrets, manager: { email: string, password: string | undefined }, running: () => { url: string, pid: number } }>}
 * @throws {import('./fault.mjs').Fault}
 */
export async function openDatabase({ dataDir, firstManager }, env, { onStart, toUndo }) {
	const secrets = loadSecrets(dataDir);
	const program = await step('Looking for PocketBase', (say) => findPocketBase({ env, onProgress: say }));
	if (await endOrphan(dataDir))
		console.log('  Ended the PocketBase that an earlier, killed start had left behind.');
	const keeper = new PocketBaseKeeper(
		{ program, dataDir, services: secrets.services },
		{
			onStart: (running) => {
				handOverPocketBase(env, running);
				onStart({ url: running.url, pid: running.pid });
			},
			onEnd: (said, waitMs) =>
				console.error(`PocketBase ended; starting it again in ${waitMs / 1000} s.${said ? `\n${said}` : ''}`)
		}
	);
	toUndo(() => keeper.stop());
	const token = await step('Starting PocketBase', () => keeper.start());
	const manager = await ensureFirstManager(keeper.url, token, firstManager);
	return { secrets, manager, running: () => ({ url: keeper.url, pid: keeper.process?.pid ?? 0 }) };
}
