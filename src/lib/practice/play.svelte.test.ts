import { beforeEach, describe, expect, test } from 'vitest';
import type { SpokenByLanguage } from '../domain/media';
import type { Practice } from '../domain/practice';
import { Play, type Result } from './play.svelte';

const say = (text: string) => ({ vi: { text } }) as unknown as SpokenByLanguage;
const picture = 'a.svg';
const practice = {
	format: 1,
	lesson: 'a',
	course: 'c',
	name: 'p',
	picture,
	done: say('done'),
	parts: [
		{
			engine: 'sort',
			say: say('sort them'),
			look: 'card',
			bins: [
				{ id: 'good', text: say('good'), picture },
				{ id: 'bad', text: say('bad'), picture }
			],
			items: [
				{ text: say('rain'), picture, to: 'bad', why: say('wet'), trick: 'rain-trick' },
				{ text: say('bag'), picture, to: 'good', why: say('dry') }
			]
		},
		{
			engine: 'bank',
			say: say('pay'),
			steps: [{ kind: 'enter', what: 'account', digits: '4172', say: say('type'), picture }]
		}
	]
} as Practice;

let said: string[];
let results: Result[];
let play: Play;
beforeEach(() => {
	said = [];
	results = [];
	const voice = {
		say: async (what: SpokenByLanguage) => {
			said.push(what.vi.text);
			return 'ended' as const;
		},
		sayMessage: async (key: string) => {
			said.push(key);
			return 'ended' as const;
		},
		stop: () => {}
	} as unknown as ConstructorParameters<typeof Play>[1]['voice'];
	play = new Play(practice, { voice, onfinish: (result) => results.push(result), pause: async () => {} });
});
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a run through a practice', () => {
	test('says the task and the first thing, and everything on the screen when asked', async () => {
		await play.hear();
		expect(said).toEqual(['sort them', 'rain']);
		said = [];
		await play.hearAll();
		expect(said).toEqual(['sort them', 'rain', 'good', 'bad']);
	});

	test('a wrong tap says why, rings what goes on, and loses nothing', async () => {
		play.move('bin:good');
		await settle();
		expect(said).toEqual(['practice.notYet', 'wet']);
		expect(play.note?.tone).toBe('wrong');
		expect(play.hinted).toBe('bin:bad');
		expect(play.state).toEqual({ at: 0 });
	});

	test('a right tap waits with its reason until she goes on', async () => {
		play.move('bin:bad');
		await settle();
		expect(said).toEqual(['wet']);
		expect(play.waits).toBe(true);
		play.move('bin:good');
		expect(play.state).toEqual({ at: 0 });
		play.next();
		expect(play.state).toEqual({ at: 1 });
	});

	test('a real number is refused with its own words and is kept nowhere', async () => {
		for (const move of ['bin:bad', 'bin:good']) {
			play.move(move);
			play.next();
		}
		play.move('type:0912345678');
		await settle();
		expect(said).toContain('practice.real.phone');
		expect(JSON.stringify([play.state, play.result, play.note])).not.toContain('0912345678');
	});

	test('tells once at its end what it was like, each trick once', () => {
		play.move('bin:good');
		play.move('bin:good');
		for (const move of ['bin:bad', 'bin:good']) {
			play.move(move);
			play.next();
		}
		play.move('type:4172');
		expect(play.isDone).toBe(true);
		expect(play.fraction).toBe(1);
		expect(results).toEqual([{ steps: 5, wrong: 2, fell: ['rain-trick'] }]);
		play.again();
		expect(play.isDone).toBe(false);
		expect(play.result.steps).toBe(0);
	});

	test('shown how, it reaches the end of the part, counts nothing, and gives it back to her', async () => {
		await play.showHow();
		expect(said).toEqual(['wet', 'dry', 'practice.yourTurn']);
		expect(play.state).toEqual({ at: 0 });
		expect(play.at).toBe(0);
		expect(play.result.steps).toBe(0);
		expect(results).toEqual([]);
	});

	test('a tap while it is shown gives it back to her', async () => {
		const showing = play.showHow();
		play.move('bin:bad');
		await showing;
		expect(play.isShowing).toBe(false);
		expect(play.state).toEqual({ at: 0 });
	});
});
