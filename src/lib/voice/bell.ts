/** Overtones of a small bell: how high, how loud, how long (s). */
const TONES = [
	{ hz: 880, gain: 0.22, seconds: 1.1 },
	{ hz: 1318.5, gain: 0.12, seconds: 0.8 },
	{ hz: 2637, gain: 0.05, seconds: 0.4 }
];
/** The next words begin while the bell fades. */
const RINGS_MS = 700;

/** A short bell, made on the spot: no file to fetch. Resolves when the voice may go on; never throws. */
export async function ringBell(): Promise<void> {
	try {
		const context = new AudioContext();
		for (const { hz, gain, seconds } of TONES) strike(context, hz, gain, seconds);
		setTimeout(() => void context.close(), 2_000);
	} catch {
		return;
	}
	await new Promise((resolve) => setTimeout(resolve, RINGS_MS));
}

function strike(context: AudioContext, hz: number, gain: number, seconds: number) {
	const tone = new OscillatorNode(context, { frequency: hz });
	const fade = new GainNode(context, { gain });
	fade.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + seconds);
	tone.connect(fade).connect(context.destination);
	tone.start();
	tone.stop(context.currentTime + seconds);
}
