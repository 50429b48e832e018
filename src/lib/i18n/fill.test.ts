import { describe, expect, test } from 'vitest';
import { fill, pieces } from './fill';
import en from './learner.en.json';
import vi from './learner.vi.json';

describe('a message', () => {
	test.each([
		{ says: 'keeps a message without parameters', template: 'Quay lại', params: undefined, text: 'Quay lại' },
		{
			says: 'puts a number in',
			template: 'Câu {n} trong {all}',
			params: { n: 2, all: 7 },
			text: 'Câu 2 trong 7'
		},
		{ says: 'writes thousands with a dot', template: '{n} việc', params: { n: 1400 }, text: '1.400 việc' },
		{ says: 'leaves an unknown name visible', template: '{x}', params: { n: 1 }, text: '{x}' },
		{
			says: 'shows what is said otherwise',
			template: 'nặng {size}',
			params: { size: { text: '1,4 MB', say: [1] } },
			text: 'nặng 1,4 MB'
		}
	])('$says', ({ template, params, text }) => expect(fill(template, params, 'vi')).toBe(text));

	test('is cut at its parameters for the voice, without marks that nobody says', () => {
		expect(pieces('{what}: {title}. {n} phút.')).toEqual([
			{ param: 'what' },
			{ param: 'title' },
			{ param: 'n' },
			{ text: 'phút.' }
		]);
	});
});

describe('the words of the interface', () => {
	test('English has the same keys in the same order', () => expect(Object.keys(en)).toEqual(Object.keys(vi)));

	test.each(Object.entries(vi))(
		'%s can be narrated: no digits, the same parameters in English',
		(key, text) => {
			const names = (template: string) => (template.match(/\{\w+\}/g) ?? []).sort();
			expect(text).not.toMatch(/\d/);
			expect(names(en[key as keyof typeof en])).toEqual(names(text));
		}
	);
});
