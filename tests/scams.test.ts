import { describe, expect, test } from 'vitest';
import type { Part } from '../src/lib/domain/practice';
import type { Scam } from '../src/lib/domain/scam';
import { scamLesson } from '../src/lib/domain/scam-lesson';
import { metaOf } from '../src/lib/practice/engines';
import { pathFrom } from '../src/lib/practice/path';
import { textsOfPractice } from '../src/lib/studio/server/bundle';
import { faultsOfPractice } from '../src/lib/studio/server/check-practice';
import { Pictures } from '../src/lib/studio/server/pictures';
import { exampleScam, scamChoices } from '../src/lib/studio/server/scams/choices';
import { composeScam } from '../src/lib/studio/server/scams/compose';

const ID = 'aaaaaaaaaaaaaaa';
const choices = scamChoices();
const scam = (rest: Partial<Scam> = {}): Scam => ({ ...exampleScam(), ...rest });
const partsOf = (one: Scam, id = ID) => composeScam(id, one, choices).parts as unknown as Part[];

/** Every combination that the form lets through: kinds, at once and after, baits. */
const all = (['message', 'call', 'screenshot'] as const).flatMap((kind) => {
	const fits = <T extends { for?: string[] | undefined }>(one: T) => one.for?.includes(kind) ?? true;
	const now = choices.right.filter((one) => fits(one) && one.when === 'now');
	const then = choices.right.filter((one) => fits(one) && one.when === 'then');
	const wrong = choices.wrong.filter(fits).map(({ id }) => id);
	return [
		[now[0]!.id],
		[now[0]!.id, then[0]!.id],
		[now[0]!.id, ...then.slice(0, 3).map(({ id }) => id)],
		[then[0]!.id]
	].map((right) => scam({ kind, right, wrong: wrong.slice(0, 3) }));
});

describe('a trick as a practice', () => {
	test.each(all.map((one) => [`${one.kind}: ${one.right.join(' ')}`, one] as const))(
		'ends when the hints are followed, and has at most four ways at once: %s',
		(_, one) => {
			expect(faultsOfPractice(composeScam(ID, one, choices))).toEqual([]);
			for (const part of partsOf(one)) {
				const { model } = metaOf(part);
				let state = model.start(part);
				for (const move of pathFrom(part, state)) {
					expect(metaOf(part).choices(part, state).length).toBeLessThanOrEqual(4);
					const outcome = model.step(part, state, move);
					expect(outcome.verdict).not.toBe('wrong');
					state = outcome.state;
				}
				expect(model.hint(part, state)).toBeUndefined();
			}
		}
	);
	test('every bait is said to be one, and is this trick', () => {
		const [talk] = partsOf(scam({ wrong: ['tap-link', 'install', 'send-money'] }));
		if (talk?.engine !== 'talk') throw new Error('no talk');
		const baits = talk.turns[0]!.replies.filter(({ to }) => !to);
		expect(baits.map(({ trick, says }) => [trick, Boolean(says)])).toEqual(
			baits.map(() => [scamLesson(ID), true])
		);
		expect(baits).toHaveLength(3);
	});
	test('the right one stands not always first, and for one trick always at the same place', () => {
		const places = [...'abcdefghij'].map((letter) => {
			const [talk] = partsOf(scam(), letter.padEnd(15, '1'));
			if (talk?.engine !== 'talk') throw new Error('no talk');
			return talk.turns[0]!.replies.findIndex(({ to }) => to);
		});
		expect(new Set(places).size).toBeGreaterThan(1);
		expect(composeScam(ID, scam(), choices)).toEqual(composeScam(ID, scam(), choices));
	});
	test('a screenshot is shown where it comes and where its signs are', () => {
		const photo = `${'a'.repeat(64)}.webp`;
		const at = { x: 10, y: 20 };
		const one = scam({ kind: 'screenshot', photo, marks: [{ text: 'Ở đây', at }] });
		const [talk, signs] = partsOf(one);
		expect(talk).toMatchObject({ turns: [{ shown: photo }, {}] });
		expect(signs).toMatchObject({ shown: photo, marks: [{ at }] });
	});
});

test('what all tricks share has a picture for each, and no digit that would have to be read', () => {
	const pictures = new Pictures(process.cwd());
	const named = [...choices.right, ...choices.wrong, choices.quiet, ...Object.values(choices.who)];
	expect(named.map(({ picture }) => picture).filter((one) => !pictures.has(one))).toEqual([]);
	const texts = all.flatMap((one) => [...textsOfPractice(composeScam(ID, one, choices))]);
	for (const { vi, en } of texts) expect(`${vi} ${en ?? ''}`).not.toMatch(/\d/);
});
