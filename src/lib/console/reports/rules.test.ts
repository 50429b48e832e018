import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '$lib/i18n/console/reports.en.json';
import vi from '$lib/i18n/console/reports.vi.json';
import { FIGURE_NAMES, FIGURES, SECTIONS } from '$lib/domain/report/figures';
import { SPLITS } from '$lib/domain/report/split';

/** The statements as PocketBase loads them; `happened` and the like come from their own files. */
function statements(): Record<string, string> {
	const load = (name: string): Record<string, unknown> => {
		const module = { exports: {} };
		const source = readFileSync(`pb_hooks/lib/${name}.js`, 'utf8');
		const require = (path: string) => load(/([\w-]+)\.js$/.exec(path)?.[1] ?? '');
		new Function('module', 'require', '__hooks', source)(module, require, 'pb_hooks');
		return module.exports;
	};
	return load('report-sql').statements as Record<string, string>;
}

test('each figure has one statement and one rule in both languages, and none is left over', () => {
	expect(Object.keys(statements()).sort()).toEqual([...FIGURE_NAMES].sort());
	expect(Object.keys(FIGURES).sort()).toEqual([...FIGURE_NAMES].sort());
	expect(new Set(FIGURE_NAMES).size).toBe(FIGURE_NAMES.length);
	for (const words of [vi, en] as Record<string, string>[]) {
		const forAll = ['all', 'then', 'once', 'facts', 'time', 'hidden', 'beforeIt', 'left'];
		const rules = Object.keys(words).flatMap((key) => /^reports\.rule\.(\w+)$/.exec(key)?.[1] ?? []);
		expect(rules.filter((rule) => !forAll.includes(rule)).sort()).toEqual([...FIGURE_NAMES].sort());
		for (const figure of FIGURE_NAMES) expect(words[`reports.${figure}`], figure).toBeTruthy();
		for (const section of Object.keys(SECTIONS)) expect(words[`reports.section.${section}`]).toBeTruthy();
		for (const split of SPLITS) {
			expect(words[`reports.by.${split}`]).toBeTruthy();
			expect(words[`reports.unknown.${split}`]).toBeTruthy();
		}
	}
});

test('no two figures are counted by the same statement', () => {
	const all = Object.values(statements());
	expect(new Set(all).size).toBe(all.length);
});

test('the words stand in both languages with the same parameters', () => {
	const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
	const plain = Object.keys(en).filter((key) => !key.endsWith('.one'));
	expect(plain.sort()).toEqual(Object.keys(vi).sort());
	for (const [key, text] of Object.entries(vi)) expect(names((en as Record<string, string>)[key] ?? ''), key).toEqual(names(text)); // prettier-ignore
});
