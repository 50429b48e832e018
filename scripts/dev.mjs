/**
 * `npm run dev`: the pages from source, changed as you save, on a PocketBase and a data folder (./data-dev) of their own.
 */
import { openDataDir } from './house/data-dir.mjs';
import { Fault } from './house/fault.mjs';
import { handOver } from './house/hand-over.mjs';
import { install } from './house/install.mjs';
import { checkNodeVersion } from './house/node-version.mjs';
import { openDatabase } from './house/open-database.mjs';
import { ROOT } from './house/root.mjs';
import { readSettings } from './house/settings.mjs';
import { Undo } from './house/undo.mjs';
import { untilToldToStop } from './house/until-told-to-stop.mjs';

const undo = new Undo();
try {
	checkNodeVersion();
	const isToldToStop = untilToldToStop();
	const settings = readSettings(process.argv.slice(2), process.env, { cwd: ROOT, dataFolder: 'data-dev' });
	undo.add(openDataDir(settings.dataDir).release);
	await install();
	const { secrets, manager } = await openDatabase(settings, process.env, {
		onStart: () => {},
		toUndo: (undoOne) => undo.add(undoOne)
	});
	const { createServer } = await import('vite');
	const port = settings.port || 5173;
	process.env.NODE_ENV ??= 'development';
	handOver(process.env, { settings, origin: `http://localhost:${port}`, secrets, manager });
	const vite = await createServer({
		root: ROOT,
		server: { host: settings.host, port, strictPort: settings.port !== 0 }
	});
	undo.add(() => vite.close());
	await vite.listen();
	vite.printUrls();
	console.log(`  manager: ${manager.email} ${manager.password ?? '(password set at first start)'}`);
	await isToldToStop;
} catch (error) {
	console.error(error instanceof Fault ? error.message : error);
	process.exitCode = 1;
} finally {
	await undo.all();
}
process.exit();
