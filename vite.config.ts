import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { chunkFolders } from './scripts/vite/chunk-folders.js';
import { learnerChunks } from './scripts/vite/learner-chunks.js';

export default defineConfig({
	plugins: [sveltekit(), learnerChunks(), chunkFolders()],
	build: {
		modulePreload: {
			/** The list of what to fetch ahead is in everybody's first visit. For pages of the console it costs each woman
			 * and each stranger more than it gains a laptop, and what comes later is on her phone before it is opened (a
			 * page that is opened first says itself what it needs): those keep only their style sheets in it. */
			resolveDependencies: (file, dependencies) =>
				/\/(staff|later)\//.test(file) ? dependencies.filter((name) => name.endsWith('.css')) : dependencies
		}
	},
	test: {
		projects: [
			{
				extends: true,
				// Vitest would otherwise take Svelte's server build.
				resolve: { conditions: ['browser'] },
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs', 'tests/*.test.ts'],
					exclude: ['**/*.server.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'api',
					environment: 'node',
					include: ['tests/api/**/*.test.ts', 'tests/interop/**/*.test.ts', 'src/**/*.server.test.ts'],
					globalSetup: ['tests/api/setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 180_000,
					fileParallelism: false
				}
			}
		]
	}
});
