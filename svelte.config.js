import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';

/** Allows the one script that stands in app.html itself: it must run before any other has come. */
const earlyTaps = (() => {
	const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
	const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
	return /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);
})();

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),
		// One cached page (the shell) answers every address, so its links must not be relative.
		paths: { relative: false },
		files: { serviceWorker: 'src/service-worker' },
		serviceWorker: { register: false },
		// A new version is offered between lessons by the service worker, never by polling.
		version: { pollInterval: 0 },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', earlyTaps],
				'style-src': ['self'],
				// The one style attribute of SvelteKit's own route announcer, which hides it from the eye.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
