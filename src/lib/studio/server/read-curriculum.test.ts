import { describe, expect, test } from 'vitest';
import { curriculumOf } from '../../../../tests/fixtures/curriculum';
import { checkBundle, type Given } from './check-bundle';
import { readCurriculum } from './read-curriculum';

const allThere: Given = { hasPicture: () => true, hasClip: () => true, courseOf: () => undefined };
type Curriculum = ReturnType<typeof curriculumOf>;
type Lesson = Curriculum['courses'][number]['modules'][number]['lessons'][number];

function faultsOf(curriculum: unknown, given: Given = allThere): string[] {
	const read = readCurriculum(curriculum);
	return (read.kind === 'faulty' ? read.faults : checkBundle(read.value, given)).map(String);
}

describe('a curriculum', () => {
	test('without a fault is read whole, its parts numbered from 1', () => {
		const read = readCurriculum(curriculumOf());
		if (read.kind === 'faulty') throw new Error(read.faults.join());
		expect(read.value.courses).toMatchObject([
			{ slug: 'phone', color: 'indigo', title: { vi: 'Điện thoại', en: 'The phone' }, picture: 'a phone' }
		]);
		expect(read.value.courses[0]?.modules[0]?.lessons).toEqual(['buttons', 'calling']);
		expect(read.value.lessons[0]).toMatchObject({
			slug: 'buttons',
			practice: { name: 'phone-basics', brief: 'A drawn phone.' },
			cards: [
				{ id: 1, say: { vi: 'Chào chị.', en: 'Hello.' } },
				{ id: 2, say: { vi: 'Bấm nút.' } }
			]
		});
		const kinds = read.value.lessons[0]?.questions.map(({ id, kind }) => [id, kind]);
		expect(kinds).toEqual([
			[1, 'choice'],
			[2, 'truefalse'],
			[3, 'order']
		]);
		expect(checkBundle(read.value, allThere)).toEqual([]);
	});

	test('may have a question to talk about, in Vietnamese first', () => {
		const curriculum = curriculumOf();
		Object.assign(curriculum.courses[0].modules[0].lessons[0], {
			discuss_vi: ' Hỏi nhau? ',
			discuss_en: 'Well?'
		});
		const read = readCurriculum(curriculum);
		if (read.kind === 'faulty') throw new Error(read.faults.join());
		expect(read.value.lessons.map(({ discuss }) => discuss)).toEqual([
			{ vi: 'Hỏi nhau?', en: 'Well?' },
			undefined
		]);
		const english = curriculumOf();
		Object.assign(english.courses[0].modules[0].lessons[0], { discuss_en: 'Well?' });
		expect(faultsOf(english)).toEqual([
			'courses[0].modules[0].lessons[0].discuss_en: needs discuss_vi beside it'
		]);
	});

	const lesson = 'courses[0].modules[0].lessons[0]';
	const broken: { what: string; spoil: (lesson: Lesson, all: Curriculum) => void; fault: string }[] = [
		{
			what: 'an option that does not say whether it is correct',
			spoil: ({ quiz }) => delete (quiz[0].options[1] as { correct?: boolean }).correct,
			fault: `${lesson}.quiz[0].options[1].correct: is missing`
		},
		{
			what: 'two correct options',
			spoil: ({ quiz }) => (quiz[0].options[0].correct = true),
			fault: `${lesson}.quiz[0].options: needs exactly one correct option`
		},
		{
			what: 'no correct option',
			spoil: ({ quiz }) => (quiz[1].options[1].correct = false),
			fault: `${lesson}.quiz[1].options: needs exactly one correct option`
		},
		{
			what: 'a kind of question that nobody knows',
			spoil: ({ quiz }) => ((quiz[0] as { kind: string }).kind = 'essay'),
			fault: `${lesson}.quiz[0].kind: must be ("choice" | "truefalse" | "order"), and is "essay"`
		},
		{
			what: 'a number where a text must be',
			spoil: ({ cards }) => ((cards[1] as { say_vi: unknown }).say_vi = 7),
			fault: `${lesson}.cards[1].say_vi: must be text, and is 7`
		},
		{
			what: 'a text that is too long',
			spoil: ({ cards }) => (cards[0].say_vi = 'dài '.repeat(200)),
			fault: `${lesson}.cards[0].say_vi: is too long: at most 600`
		},
		{
			what: 'a translation that is too long',
			spoil: ({ cards }) => (cards[0].say_en = 'long '.repeat(200)),
			fault: `${lesson}.cards[0].say_en: must be a text of 1 to 600 characters`
		},
		{
			what: 'no Vietnamese',
			spoil: (l) => delete (l as { title_vi?: string }).title_vi,
			fault: `${lesson}.title_vi: is missing`
		},
		{
			what: 'an empty Vietnamese text',
			spoil: ({ cards }) => (cards[0].say_vi = '  '),
			fault: `${lesson}.cards[0].say_vi: is too short: at least 1`
		},
		{
			what: 'a misspelled field',
			spoil: ({ cards }) => Object.assign(cards[0], { sya_en: 'Hello' }),
			fault: `${lesson}.cards[0].sya_en: is no field of a curriculum`
		},
		{
			what: 'a practice without a name',
			spoil: (l) => (l.practice = 'A drawn phone.'),
			fault: `${lesson}.practice: must be like "[name] what is practised"`
		},
		{
			what: 'a slug that is a path',
			spoil: (l) => (l.slug = '../etc'),
			fault: `${lesson}.slug: must be lower-case words joined by hyphens`
		},
		{
			what: 'four options',
			spoil: ({ quiz }) => quiz[0].options.push(quiz[0].options[0], quiz[0].options[0]),
			fault: `${lesson}.quiz[0].options: is too long: at most 3`
		},
		{
			what: 'one slug for two lessons',
			spoil: (_, all) => (all.courses[0].modules[0].lessons[1].slug = 'buttons'),
			fault: `courses[0].modules[0].lessons[1].slug: "buttons" is also the slug of ${lesson}`
		},
		{
			what: 'one slug for two courses',
			spoil: (_, all) => all.courses.push(curriculumOf({ lessons: ['x', 'y'] }).courses[0]),
			fault: 'courses[1].slug: "phone" is also the slug of courses[0]'
		}
	];
	test.each(broken)('with $what names the place', ({ spoil, fault }) => {
		const curriculum = curriculumOf();
		spoil(curriculum.courses[0].modules[0].lessons[0], curriculum);
		expect(faultsOf(curriculum)).toEqual([fault]);
	});

	test('with three faults names all three', () => {
		const curriculum = curriculumOf();
		const [first, second] = curriculum.courses[0].modules[0].lessons;
		first.cards[0].say_vi = '';
		second.quiz[0].options[0].correct = true;
		(second.cards[1] as { picture: unknown }).picture = null;
		expect(faultsOf(curriculum)).toHaveLength(3);
	});

	test.each([null, [], 'text', { courses: {} }, { courses: [] }, { courses: [null] }])(
		'that is %j is a fault, not a crash',
		(input) => expect(faultsOf(input)).not.toEqual([])
	);
});

describe('what a curriculum leans on', () => {
	test.each([
		{
			what: 'a picture that is not there',
			given: { hasPicture: (name: string) => name !== 'a button' },
			faults: ['courses[0].modules[0].lessons[0].cards[1]: there is no picture "a button"']
		},
		{
			what: 'a text without a Vietnamese clip',
			given: { hasClip: (_: string, text: string) => text !== 'Bài buttons' },
			faults: ['courses[0].modules[0].lessons[0].title_vi: there is no clip that says "Bài buttons"']
		},
		{
			what: 'texts without an English clip, which are heard in Vietnamese',
			given: { hasClip: (language: string) => language === 'vi' },
			faults: []
		},
		{
			what: 'a lesson of another course',
			given: { courseOf: (slug: string) => (slug === 'calling' ? 'money' : undefined) },
			faults: ['courses[0].modules[0].lessons[1].slug: "calling" is a lesson of the course "money"']
		}
	])('$what', ({ given, faults }) => {
		expect(faultsOf(curriculumOf(), { ...allThere, ...given })).toEqual(faults);
	});
});
