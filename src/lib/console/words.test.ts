import { describe, expect, test } from 'vitest';
import en from '$lib/i18n/console/base.en.json';
import vi from '$lib/i18n/console/base.vi.json';
import { Words } from './words';

const names = (template: string) => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort();

describe("the console's words", () => {
	test('stand in both languages; only English has forms for one', () => {
		expect(Object.keys(en).filter((key) => !key.endsWith('.one'))).toEqual(Object.keys(vi));
	});
	test.each(Object.entries(en))('%s has the same parameters in Vietnamese', (key, text) => {
		expect(names(text)).toEqual(names(vi[key.replace(/\.one$/, '') as keyof typeof vi]));
	});
	test.each([
		{ language: 'vi', n: 1, text: 'Một chị đang cần giúp' },
		{ language: 'vi', n: 3, text: 'Ba chị đang cần giúp' },
		{ language: 'vi', n: 12, text: '12 chị đang cần giúp' },
		{ language: 'en', n: 1, text: 'One woman needs help' },
		{ language: 'en', n: 3, text: 'Three women need help' }
	] as const)('says $n in $language as "$text"', ({ language, n, text }) => {
		expect(new Words(language).count('needs.title', n)).toBe(text);
	});
});
