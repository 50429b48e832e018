import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { lawOfImports } from './scripts/lint/law-of-imports.js';
import svelteConfig from './svelte.config.js';

const typed = {
	projectService: { allowDefaultProject: ['*.js'] },
	tsconfigRootDir: import.meta.dirname,
	extraFileExtensions: ['.svelte']
};

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'node_modules/',
			'data*/',
			'static/',
			'content/',
			'bench/',
			'test-results/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'svelte/no-navigation-without-resolve': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }]
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte', 'tests/**/*.ts'],
		ignores: ['src/service-worker/**'],
		languageOptions: { parserOptions: typed },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-explicit-any': 'error'
		}
	},
	{
		files: ['src/service-worker/**/*.ts'],
		languageOptions: {
			parserOptions: { project: './src/service-worker/tsconfig.json', tsconfigRootDir: import.meta.dirname }
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { ...typed, parser: ts.parser, svelteConfig } }
	},
	{
		files: ['pb_hooks/**/*.js', 'pb_migrations/**/*.js'],
		languageOptions: { sourceType: 'commonjs' },
		rules: {
			// The rule of the Svelte plugin stumbles over scripts.
			'svelte/no-inner-declarations': 'off',
			'@typescript-eslint/no-require-imports': 'off',
			'@typescript-eslint/triple-slash-reference': 'off'
		}
	},
	{
		files: ['tests/browser/**/*.ts'],
		// Playwright reads the names of a test's fixtures from its first parameter, even when there are none.
		rules: { 'no-empty-pattern': 'off' }
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		plugins: { boundaries, 'import-x': importX },
		settings: {
			'import/resolver': { typescript: { alwaysTryTypes: true, project: './tsconfig.json' } },
			'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
			...lawOfImports.settings
		},
		rules: { ...lawOfImports.rules, 'import-x/no-cycle': ['error', { maxDepth: 8, ignoreExternal: true }] }
	}
);
