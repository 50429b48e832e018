import { MAX_STORY_MS } from '$lib/domain/product';

/** Speech, small: a minute is 180 kB. */
const BITS_A_SECOND = 24_000;
/** A slip of the thumb is no story. */
export const SHORTEST_MS = 800;
/** The most that one recording may weigh, whatever the browser makes of the bits asked for. */
const MAX_BYTES = 1_400_000;

export type Take = { blob: Blob; ms: number };
/** `deaf`: no microphone, or she said no to it. `short`: there is nothing to keep. */
export type TakeFault = 'deaf' | 'short';

/** Her voice, once: begins, ends (at the latest after a minute), can be heard and taken again. */
export class TakeVoice {
	state = $state<'idle' | 'asking' | 'recording' | 'taken'>('idle');
	elapsedMs = $state(0);
	fault = $state<TakeFault | null>(null);
	take = $state.raw<Take | null>(null);
	isPlaying = $state(false);
	/** Told when she has spoken, and when it was too short to keep. */
	ontaken: (take: Take) => void = () => {};
	onshort: () => void = () => {};
	#recorder: MediaRecorder | undefined;
	#timer: ReturnType<typeof setInterval> | undefined;
	#audio: HTMLAudioElement | undefined;
	#isLeft = false;

	/** What fraction of the longest story has been said. */
	get fraction(): number {
		return Math.min(1, this.elapsedMs / MAX_STORY_MS);
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
			this.fault = 'deaf';
			this.state = this.take ? 'taken' : 'idle';
		}
	}

	end(): void {
		if (this.#recorder?.state === 'recording') this.#recorder.stop();
	}

	/** Plays what was taken, or stops it. */
	async play(blob: Blob | undefined = this.take?.blob): Promise<void> {
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

	/** She goes on: the microphone is given back. */
	leave(): void {
		this.#isLeft = true;
		this.hush();
		this.end();
	}

	#record(stream: MediaStream): void {
		const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...mimeType() });
		const parts: Blob[] = [];
		let bytes = 0;
		const startedMs = performance.now();
		const passed = () => Math.min(MAX_STORY_MS, Math.round(performance.now() - startedMs));
		recorder.ondataavailable = ({ data }) => {
			parts.push(data);
			bytes += data.size;
			if (bytes > MAX_BYTES) this.end();
		};
		recorder.onstop = () => {
			clearInterval(this.#timer);
			stream.getTracks().forEach((track) => track.stop());
			this.#keep(new Blob(parts, { type: recorder.mimeType }), passed());
		};
		recorder.start(1_000);
		this.#recorder = recorder;
		this.elapsedMs = 0;
		this.state = 'recording';
		this.#timer = setInterval(() => {
			this.elapsedMs = passed();
			if (this.elapsedMs >= MAX_STORY_MS) this.end();
		}, 200);
	}

	#keep(blob: Blob, ms: number): void {
		const isShort = ms < SHORTEST_MS || blob.size === 0;
		if (isShort) this.fault = 'short';
		else this.take = { blob, ms };
		this.state = this.take ? 'taken' : 'idle';
		if (isShort) this.onshort();
		else this.ontaken({ blob, ms });
	}
}

/** Opus in WebM everywhere but on iOS, which makes MP4. */
function mimeType(): { mimeType?: string } {
	const known = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
	const mimeType = known.find((type) => MediaRecorder.isTypeSupported(type));
	return mimeType ? { mimeType } : {};
}
