/// <reference path="../data/pocketbase/types.d.ts" />

// An app that was killed (-9) cannot stop its PocketBase. The next start on the same data folder ends it; when there
// is none, it ends itself within a minute, so that the folder can be moved or copied whole. (Where there is no /proc,
// the next start has to do.)
cronAdd('followApp', '* * * * *', () => {
	const pid = $os.getenv('BAN_MAY_PID');
	if (!pid) return;
	try {
		$os.stat('/proc/self');
	} catch {
		return;
	}
	try {
		$os.stat(`/proc/${pid}`);
	} catch {
		$os.exit(0);
	}
});
