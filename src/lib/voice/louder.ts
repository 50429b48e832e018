import type { Voice } from './voice.svelte';

/**
 * How much goes in: a clip is at -17 LUFS with peaks below -2 dB (studio/server/narrate/level.ts), which a phone in the
 * hand needs and thirty women around one do not hear. The limiter holds what
 * would go over the top; what comes out is 5.4 dB louder (measured over 40 clips).
 */
export const GAIN_DB = 11;
const AS_FACTOR = 10 ** (GAIN_DB / 20);
/** Full scale less what the loudspeaker's own filter adds. */
const CEILING = 0.97;
/** Points of the curve; between them the browser draws straight lines. */
const CURVE_POINTS = 1025;
/** Below it nothing changes; above it the tops are bent, not cut. */
const KNEE = 0.7;

/** Makes what goes through it louder and never lets it clip, whatever comes in. */
export function louderGraph(context: BaseAudioContext, source: AudioNode): AudioNode {
	// The compressor makes up by itself what it takes away; the gain before it decides how loud it gets.
	const gain = new GainNode(context, { gain: AS_FACTOR });
	const limiter = new DynamicsCompressorNode(context, {
		...{ threshold: -6, knee: 6, ratio: 20, attack: 0.002, release: 0.12 }
	});
	const bend = new WaveShaperNode(context, { curve: bentCurve() });
	source.connect(gain).connect(limiter).connect(bend);
	return bend;
}

/** Straight up to the knee, then bending towards the ceiling. */
export function bentCurve(): Float32Array<ArrayBuffer> {
	const curve = new Float32Array(CURVE_POINTS);
	for (let i = 0; i < CURVE_POINTS; i++) {
		const x = (2 * i) / (CURVE_POINTS - 1) - 1;
		curve[i] = Math.sign(x) * bent(Math.abs(x));
	}
	return curve;
}
const bent = (x: number) =>
	x <= KNEE ? x : KNEE + (CEILING - KNEE) * Math.tanh((x - KNEE) / (CEILING - KNEE));

/**
 * Lets the voice speak louder until the answer is called. Where the browser has no such means, or takes them away (a
 * call comes in), it speaks as ever: at the phone's own full volume. The phone's own voice is as loud as it is.
 */
export async function speakLouder(voice: Voice): Promise<() => void> {
	const back = () => voice.useAudio(undefined);
	try {
		const context = new AudioContext();
		const end = () => {
			context.onstatechange = null;
			back();
			void context.close().catch(() => undefined);
		};
		await Promise.race([context.resume(), soon()]);
		if (context.state !== 'running') return (end(), () => {});
		const audio = new Audio();
		louderGraph(context, new MediaElementAudioSourceNode(context, { mediaElement: audio })).connect(
			context.destination
		);
		voice.useAudio(audio);
		// A context that stands still is silent: better plain than mute.
		context.onstatechange = () => context.state !== 'running' && end();
		return end;
	} catch {
		back();
		return () => {};
	}
}

/** Without a tap before it, a context never begins. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 300));
