import { execFileSync } from 'node:child_process';

/** Builds the app and finds PocketBase once, so that each journey's house starts in seconds. */
export default function setup(): void {
	execFileSync(process.execPath, ['scripts/start.mjs', '--prepare'], { stdio: 'inherit' });
}
