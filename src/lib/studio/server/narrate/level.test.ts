import { describe, expect, test } from 'vitest';
import { level, peakOf, TARGET_LUFS, trim } from './level';
import { loudnessOf } from './loudness';

const RATE = 48_000;
const tone = (seconds: number, amplitude: number, hertz = 997) =>
	Float32Array.from(
		{ length: seconds * RATE },
		(_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / RATE)
	);
const silence = (seconds: number) => new Float32Array(seconds * RATE);
const join = (...parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]));

describe('loudness', () => {
	// EBU Tech 3341, case 1 and 2, for one channel: a sine of 997 Hz at -20 dBFS is -23 LUFS in one channel.
	test.each([
		{ amplitude: 1, lufs: -3.01 },
		{ amplitude: 0.1, lufs: -23.01 },
		{ amplitude: 0.01, lufs: -43.01 }
	])('of a 1 kHz tone at $amplitude is $lufs', ({ amplitude, lufs }) => {
		expect(loudnessOf(tone(2, amplitude), RATE)).toBeCloseTo(lufs, 1);
	});

	test('of low sounds is less', () => {
		expect(loudnessOf(tone(2, 0.1, 40), RATE)).toBeLessThan(-27);
	});

	test('does not count pauses', () => {
		expect(loudnessOf(join(tone(2, 0.1), silence(4), tone(2, 0.1)), RATE)).toBeCloseTo(-23, 0);
	});

	test('of silence is none', () => expect(loudnessOf(silence(1), RATE)).toBe(-Infinity));
});

describe('a clip that is levelled', () => {
	const peaky = () => {
		const samples = tone(2, 0.05);
		for (let i = 0; i < samples.length; i += 4800) samples[i] = 0.9;
		return samples;
	};
	test.each([
		{ what: 'a quiet one', samples: tone(2, 0.02) },
		{ what: 'a loud one', samples: tone(2, 0.99) },
		{ what: 'a short one', samples: tone(0.2, 0.1) },
		{ what: 'one with peaks', samples: peaky() }
	])('is as loud as every other, and not clipped: $what', ({ samples }) => {
		const out = level(samples, RATE);
		expect(Math.abs(loudnessOf(out, RATE) - TARGET_LUFS)).toBeLessThan(0.5);
		expect(peakOf(out)).toBeLessThan(0.8);
	});
});

describe('a clip that is trimmed', () => {
	test('keeps a breath at its ends and all of its middle', () => {
		const out = trim(join(silence(1), tone(0.5, 0.5), silence(0.3), tone(0.5, 0.5), silence(1)), RATE);
		expect(out.length / RATE).toBeCloseTo(0.04 + 1.3 + 0.12, 2);
	});
	test('of silence is empty', () => expect(trim(silence(1), RATE)).toHaveLength(0));
});
