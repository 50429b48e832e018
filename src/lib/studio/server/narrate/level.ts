import { loudnessOf } from './loudness';

/** Loud enough for a cheap phone's loudspeaker outdoors; what espeak-ng gives is at -20 with peaks at 0 dB. */
export const TARGET_LUFS = -17;
/** Opus overshoots by up to 1.5 dB at these bit rates. */
const CEILING = 10 ** (-2 / 20);
/** The limiter looks this far ahead, so that its gain moves gently. */
const LOOK_AHEAD_S = 0.004;
/** Limiting costs loudness: asked again with what is missing added. */
const ROUNDS = 4;

/** Quieter than this beside the clip's own peak is silence. */
const SILENCE = 10 ** (-45 / 20);
/** Kept at either end: soft consonants begin below the threshold, and the ear wants a breath before what follows. */
const HEAD_S = 0.04;
const TAIL_S = 0.12;
const FADE_S = 0.008;

/** Silence cut from both ends, with a short fade. An all-silent clip comes back empty. */
export function trim(samples: Float32Array, rate: number): Float32Array {
	const threshold = peakOf(samples) * SILENCE;
	const first = samples.findIndex((x) => Math.abs(x) > threshold);
	if (first < 0) return new Float32Array(0);
	const last = samples.findLastIndex((x) => Math.abs(x) > threshold);
	const cut = samples.slice(
		Math.max(0, first - Math.round(HEAD_S * rate)),
		Math.min(samples.length, last + 1 + Math.round(TAIL_S * rate))
	);
	const fade = Math.min(Math.round(FADE_S * rate), cut.length >> 1);
	for (let i = 0; i < fade; i++) {
		cut[i] = ((cut[i] as number) * i) / fade;
		const end = cut.length - 1 - i;
		cut[end] = ((cut[end] as number) * i) / fade;
	}
	return cut;
}

/** The clip at TARGET_LUFS with no peak above the ceiling. */
export function level(samples: Float32Array, rate: number): Float32Array {
	let gain = 1;
	let out = samples;
	for (let round = 0; round < ROUNDS; round++) {
		gain *= 10 ** ((TARGET_LUFS - loudnessOf(out, rate)) / 20);
		out = limit(
			samples.map((x) => x * gain),
			rate
		);
	}
	return out;
}

export function peakOf(samples: Float32Array): number {
	return samples.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0);
}

/** Turns down around each peak that is too high: smallest gain within reach, then averaged over the same reach. */
function limit(samples: Float32Array, rate: number): Float32Array {
	const reach = Math.round(LOOK_AHEAD_S * rate);
	const smallest = new Float32Array(samples.length).fill(1);
	samples.forEach((x, i) => {
		const needed = CEILING / Math.abs(x);
		if (needed < 1) lower(smallest, i - reach, i + reach, needed);
	});
	const sums = new Float64Array(samples.length + 1);
	smallest.forEach((gain, i) => (sums[i + 1] = (sums[i] as number) + gain));
	return samples.map((x, i) => {
		const from = Math.max(0, i - reach);
		const to = Math.min(samples.length, i + reach + 1);
		return (x * ((sums[to] as number) - (sums[from] as number))) / (to - from);
	});
}

function lower(gains: Float32Array, from: number, to: number, gain: number): void {
	for (let i = Math.max(0, from); i <= Math.min(gains.length - 1, to); i++)
		gains[i] = Math.min(gains[i] as number, gain);
}
