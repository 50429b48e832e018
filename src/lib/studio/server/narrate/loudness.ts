/** Loudness after ITU-R BS.1770-4 (mono): K-weighting, 400 ms blocks with 75 % overlap, two gates. */
type Biquad = { b: [number, number, number]; a: [number, number] };

const BLOCK_S = 0.4;
const STEP_S = 0.1;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** @returns LUFS; -Infinity for silence */
export function loudnessOf(samples: Float32Array, rate: number): number {
	const weighted = filter(filter(samples, shelf(rate)), highPass(rate));
	const powers = blockPowers(weighted, rate);
	const audible = powers.filter((power) => lufs(power) > ABSOLUTE_GATE_LUFS);
	const gate = lufs(mean(audible)) + RELATIVE_GATE_LU;
	return lufs(mean(audible.filter((power) => lufs(power) > gate)));
}

const lufs = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: number[]) =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A clip shorter than a block is one block. */
function blockPowers(samples: Float32Array, rate: number): number[] {
	const block = Math.min(samples.length, Math.round(BLOCK_S * rate));
	const step = Math.round(STEP_S * rate);
	const powers: number[] = [];
	for (let start = 0; block > 0 && start + block <= samples.length; start += step) {
		let power = 0;
		for (let i = start; i < start + block; i++) power += (samples[i] as number) ** 2;
		powers.push(power / block);
	}
	return powers;
}

function filter(samples: Float32Array, { b, a }: Biquad): Float32Array {
	const out = new Float32Array(samples.length);
	let [x1, x2, y1, y2] = [0, 0, 0, 0];
	for (let i = 0; i < samples.length; i++) {
		const x = samples[i] as number;
		const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
		[x1, x2, y1, y2] = [x, x1, y, y1];
		out[i] = y;
	}
	return out;
}

// The standard gives both filters at 48 kHz; these are their analogue forms, made digital at any rate
// (constants as in libebur128).
function shelf(rate: number): Biquad {
	const k = Math.tan((Math.PI * 1681.974450955533) / rate);
	const q = 0.7071752369554196;
	const high = 10 ** (3.999843853973347 / 20);
	const band = high ** 0.4996667741545416;
	const a0 = 1 + k / q + k * k;
	return {
		b: [
			(high + (band * k) / q + k * k) / a0,
			(2 * (k * k - high)) / a0,
			(high - (band * k) / q + k * k) / a0
		],
		a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]
	};
}

function highPass(rate: number): Biquad {
	const k = Math.tan((Math.PI * 38.13547087602444) / rate);
	const q = 0.5003270373238773;
	const a0 = 1 + k / q + k * k;
	return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}
