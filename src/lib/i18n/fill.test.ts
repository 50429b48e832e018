import { describe, expect, test } from 'vitest';
import { fill, pieces } from './fill';
import { readdirSync, readFileSync } from 'node:fs';

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

const wordsIn = (file: string) =>
	JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Record<string, string>;
const learners = ['learner', ...areasIn('areas')];
const trainers = areasIn('console');

function areasIn(folder: string): string[] {
	const files = readdirSync(`${import.meta.dirname}/${folder}`).filter((file) => file.endsWith('.vi.json'));
	return files.map((file) => `${folder}/${file.replace('.vi.json', '')}`);
}

describe.each([...learners, ...trainers])('the words of %s', (area) => {
	const vi = wordsIn(`${area}.vi.json`);
	const en = wordsIn(`${area}.en.json`);

	test('English has the same keys in the same order', () => {
		const isPlural = (key: string) => key.endsWith('.one') || key.startsWith('many.');
		const keys = (words: object) => Object.keys(words).filter((key) => !isPlural(key));
		expect(keys(en)).toEqual(keys(vi));
	});

	test('both have the same parameters', () => {
		const names = (template = '') => [...new Set(template.match(/\{\w+\}/g))].sort();
		for (const key of Object.keys(vi)) expect([key, names(en[key])]).toEqual([key, names(vi[key])]);
	});
});

test.each(learners)('%s can be narrated: no digits', (area) => {
	const said = Object.entries(wordsIn(`${area}.vi.json`));
	expect(said.filter(([, text]) => /\d/.test(text))).toEqual([]);
});

test('no message stands in two areas', () => {
	for (const side of [learners, trainers]) {
		const keys = side.flatMap((area) => Object.keys(wordsIn(`${area}.vi.json`)));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	}
});
