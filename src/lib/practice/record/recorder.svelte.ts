/** The longest recording; a forgotten one must not fill the memory. */
const LONGEST_MS = 120_000;

/** Her voice in this page's memory: nothing is stored, nothing is sent, and it is gone with the page. */
export class Recorder {
	/** The phone has no microphone for us, or she said no: practising works without. */
	isDeaf = $state(false);
	#recorder: MediaRecorder | undefined;
	#url: string | undefined;
	#audio: HTMLAudioElement | undefined;
	#wanted = false;

	async begin(): Promise<void> {
		this.forget();
		this.#wanted = true;
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
			if (!this.#wanted) return stream.getTracks().forEach((track) => track.stop());
			this.#listen(stream);
		} catch {
			this.isDeaf = true;
		}
	}

	end(): void {
		this.#wanted = false;
		if (this.#recorder?.state === 'recording') this.#recorder.stop();
	}

	async play(): Promise<void> {
		if (!this.#url) return;
		this.#audio?.pause();
		this.#audio = new Audio(this.#url);
		await this.#audio.play().catch(() => undefined);
	}

	forget(): void {
		this.end();
		this.#audio?.pause();
		if (this.#url) URL.revokeObjectURL(this.#url);
		this.#url = undefined;
	}

	#listen(stream: MediaStream): void {
		const recorder = new MediaRecorder(stream);
		const parts: Blob[] = [];
		const timer = setTimeout(() => this.end(), LONGEST_MS);
		recorder.ondataavailable = ({ data }) => parts.push(data);
		recorder.onstop = () => {
			clearTimeout(timer);
			stream.getTracks().forEach((track) => track.stop());
			this.#url = URL.createObjectURL(new Blob(parts, { type: recorder.mimeType }));
		};
		recorder.start();
		this.#recorder = recorder;
	}
}
