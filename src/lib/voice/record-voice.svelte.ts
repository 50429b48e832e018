import { peakOf } from './peak-of';

/** Speech, small: half a minute is 90 kB. */
const BITS_A_SECOND = 24_000;
/** A slip of the thumb is no message. */
const SHORTEST_MS = 800;
/** The most that one recording may weigh, whatever the browser makes of the bits asked for. */
const MAX_BYTES = 1_400_000;
/** Below this, the microphone was covered or off. The server's own bound (clips-of/keep-voice.ts). */
const SILENT_PEAK = 0.01;

export type Recorded = { blob: Blob; ms: number };
/** `deaf`: no microphone, or she said no to it. `silent`: it heard nothing. */
export type RecordFault = 'deaf' | 'short' | 'silent';

/** Her voice, once: begins, ends by itself at the latest after `maxMs`, can be heard and said again. */
export class RecordVoice {
	state = $state<'idle' | 'asking' | 'recording' | 'recorded'>('idle');
	elapsedMs = $state(0);
	fault = $state<RecordFault | null>(null);
	recorded = $state.raw<Recorded | null>(null);
	isPlaying = $state(false);
	/** Told when she has spoken. */
	onrecorded: (recorded: Recorded) => void = () => {};
	#recorder: MediaRecorder | undefined;
	#timer: ReturnType<typeof setInterval> | undefined;
	#audio: HTMLAudioElement | undefined;
	#isLeft = false;

	constructor(readonly maxMs: number) {}

	/** What part of the longest recording has been said. */
	get fraction(): number {
		return Math.min(1, this.elapsedMs / this.maxMs);
	}

	async begin(): Promise<void> {
		if (this.state === 'asking' || this.state === 'recording') return;
		this.hush();
		this.state = 'asking';
		this.fault = null;
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
			if (this.#isLeft) return stream.getTracks().forEach((track) => track.stop());
			this.#record(stream);
		} catch {
			this.#fail('deaf');
		}
	}

	end(): void {
		if (this.#recorder?.state === 'recording') this.#recorder.stop();
	}

	/** Plays what was recorded, or stops it. */
	async play(blob: Blob | undefined = this.recorded?.blob): Promise<void> {
		if (this.isPlaying) return this.hush();
		if (!blob) return;
		const url = URL.createObjectURL(blob);
		const audio = (this.#audio = new Audio(url));
		const done = () => {
			URL.revokeObjectURL(url);
			if (this.#audio === audio) this.isPlaying = false;
		};
		audio.onended = audio.onerror = audio.onpause = done;
		this.isPlaying = true;
		await audio.play().catch(done);
	}

	hush(): void {
		this.#audio?.pause();
		this.isPlaying = false;
	}

	forget(): void {
		this.hush();
		this.recorded = null;
		this.fault = null;
		this.state = 'idle';
	}

	/** She goes on: the microphone is given back. */
	leave(): void {
		this.#isLeft = true;
		this.hush();
		this.end();
	}

	#fail(fault: RecordFault) {
		this.fault = fault;
		this.state = this.recorded ? 'recorded' : 'idle';
	}

	#record(stream: MediaStream): void {
		const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...mimeType() });
		const parts: Blob[] = [];
		let bytes = 0;
		const startedMs = performance.now();
		const passed = () => Math.min(this.maxMs, Math.round(performance.now() - startedMs));
		recorder.ondataavailable = ({ data }) => {
			parts.push(data);
			bytes += data.size;
			if (bytes > MAX_BYTES) this.end();
		};
		recorder.onstop = () => {
			clearInterval(this.#timer);
			stream.getTracks().forEach((track) => track.stop());
			void this.#keep(new Blob(parts, { type: recorder.mimeType }), passed());
		};
		// Each second, so that what she has said is counted while she says it.
		recorder.start(1_000);
		this.#recorder = recorder;
		this.elapsedMs = 0;
		this.state = 'recording';
		this.#timer = setInterval(() => {
			this.elapsedMs = passed();
			if (this.elapsedMs >= this.maxMs) this.end();
		}, 200);
	}

	async #keep(blob: Blob, ms: number): Promise<void> {
		if (ms < SHORTEST_MS || blob.size === 0) return this.#fail('short');
		const peak = await peakOf(blob);
		if (peak !== undefined && peak < SILENT_PEAK) return this.#fail('silent');
		this.recorded = { blob, ms };
		this.state = 'recorded';
		this.onrecorded(this.recorded);
	}
}

/** Opus in WebM everywhere but on iOS, which makes MP4. */
function mimeType(): { mimeType?: string } {
	const known = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
	const mimeType = known.find((type) => MediaRecorder.isTypeSupported(type));
	return mimeType ? { mimeType } : {};
}
