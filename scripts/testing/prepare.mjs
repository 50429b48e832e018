import { existsSync, mkdirSync } from 'node:fs';
import { quietly, run } from './run.mjs';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';
/** What the tests use beside the browser: letters with Vietnamese marks for screenshots, the tools of `npm run narrate`. */
const DEBIAN_PACKAGES = {
	[DEBIAN_CHROMIUM]: 'chromium',
	'/usr/bin/ffmpeg': 'ffmpeg',
	'/usr/bin/espeak-ng': 'espeak-ng'
};

/** What tests/interop makes its own Python environments with: `import venv` alone says little, Debian packs the
 * part that matters (ensurepip) with python3-venv. */
const lacksVenv = async () => (await quietly(['python3', '-c', 'import venv, ensurepip'])) !== 0;

/** Installs packages and a browser when they are missing. Ends the process with one sentence when it cannot. */
export async function prepare() {
	mkdirSync('test-results', { recursive: true });
	const { install } = await import('../house/install.mjs');
	await install();
	await debianPackages();
	if (!existsSync(DEBIAN_CHROMIUM) && (await run(['npx', 'playwright', 'install', 'chromium'])) !== 0)
		stop(
			'No browser for the tests: install Debian’s "chromium", or run "npx playwright install chromium" with a connection.'
		);
}

async function debianPackages() {
	const missing = Object.entries(DEBIAN_PACKAGES).filter(([file]) => !existsSync(file));
	const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
	if (!isDebianRoot) return;
	const names = missing.length ? [...missing.map(([, name]) => name), 'fonts-noto-core'] : [];
	if (await lacksVenv()) names.push('python3-venv');
	if (names.length === 0) return;
	console.log(`Installing ${names.join(', ')} for the tests …`);
	await run(['apt-get', 'update', '-qq']);
	await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names]);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
