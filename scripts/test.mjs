/**
 * `npm test`: on a fresh clone, installs what it needs (packages, PocketBase, a browser), then runs format,
 * lint, types, unit, API and browser tests. Every stage runs even when an earlier one failed, so that one run
 * tells all. A browser journey that fails on a busy machine has one more try, and is named for it: look for its
 * cause before it grows. Last line: `N passed, N failed`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { prepare } from './testing/prepare.mjs';
import { run } from './testing/run.mjs';

await prepare();
// Lint and types read what SvelteKit writes from the routes.
await run(['npx', 'svelte-kit', 'sync']);

/** @type {{name: string, command: string[], counts?: () => {passed: number, failed: number}}[]} */
const stages = [
	{ name: 'format', command: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'lint', command: ['npx', 'eslint', '.'] },
	{ name: 'types', command: ['npm', 'run', '--silent', 'check'] },
	{ name: 'unit', ...vitest('unit') },
	{ name: 'API', ...vitest('api') },
	{ name: 'browser', command: ['npx', 'playwright', 'test', '--retries=1'], counts: playwrightCounts }
];
const only = process.argv.slice(2);

let passed = 0;
let failed = 0;
for (const stage of stages) {
	if (only.length > 0 && !only.includes(stage.name)) continue;
	console.log(`\n── ${stage.name} ──`);
	const status = await run(stage.command);
	const counted = stage.counts?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
	// A stage that fails without a failed test (a crash, a broken setup) is a failure all the same.
	if (status !== 0 && counted.failed === 0) counted.failed = 1;
	console.log(`── ${stage.name}: ${counted.passed} passed, ${counted.failed} failed`);
	passed += counted.passed;
	failed += counted.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** @param {string} project */
function vitest(project) {
	const file = `test-results/${project}.json`;
	rmSync(file, { force: true });
	return {
		command: [
			'npx',
			'vitest',
			'run',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`
		],
		counts: () => {
			const { numPassedTests, numFailedTests } = readJson(file) ?? {};
			return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
		}
	};
}

function playwrightCounts() {
	const { stats } = readJson('test-results/browser.json') ?? {};
	if (stats?.flaky)
		console.log(`── ${stats.flaky} passed at the second try only (named "flaky" above): find out why`);
	return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
}

/** @param {string} file */
function readJson(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}
