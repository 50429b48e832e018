import type { Practice } from '$lib/domain/practice';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { MessageKey } from '$lib/i18n/messages.svelte';
import type { Voice } from '$lib/voice/voice.svelte';
import { metaOf } from './engines';
import type { Outcome } from './model';
import { pathFrom } from './path';

/** What is said about her last move, until she goes on. */
export type Note = { tone: 'right' | 'wrong'; text?: SpokenByLanguage; key?: MessageKey };
export type Result = { steps: number; wrong: number; fell: string[] };

type Deps = {
	voice: Pick<Voice, 'say' | 'sayMessage' | 'stop'>;
	/** Told once for each time that she does it to the end. */
	onfinish(result: Result): void;
	pause?(ms: number): Promise<void>;
};
/** While it is shown how, the eye needs this long to find the ring. */
const SHOW_MS = 1000;
const MAX_COUNT = 10_000;

/** One run through a practice: its parts one after the other, hints, "show me", and what is told at the end. */
export class Play {
	/** Which part; all of them done: their number. */
	at = $state(0);
	state = $state.raw<unknown>(undefined);
	note = $state.raw<Note | null>(null);
	/** The move that goes on, ringed after a wrong one and while it is shown how. */
	hinted = $state<string | null>(null);
	/** The move whose words are being said. */
	saying = $state<string | null>(null);
	isShowing = $state(false);
	result = $state.raw<Result>({ steps: 0, wrong: 0, fell: [] });

	#pending: unknown;
	/** Counts whatever ends what is being said or shown. */
	#turn = 0;

	constructor(
		readonly practice: Practice,
		private readonly deps: Deps
	) {
		this.state = this.#start(0);
	}

	get part() {
		return this.practice.parts[this.at];
	}
	get isDone() {
		return this.at >= this.practice.parts.length;
	}
	/** Whether a reason stands there, and the next step waits for her. */
	get waits() {
		return this.note?.tone === 'right';
	}
	/** How much is done, 0 to 1. */
	get fraction() {
		if (!this.part) return 1;
		const all = pathFrom(this.part, this.#start(this.at)).length || 1;
		return (
			(this.at + Math.max(0, 1 - pathFrom(this.part, this.state).length / all)) / this.practice.parts.length
		);
	}

	/** Says what is to be done here. */
	async hear(withTask = true): Promise<void> {
		const turn = this.#begin();
		if (!this.part) {
			await this.deps.voice.say(this.practice.done);
			return;
		}
		const task = withTask ? [this.part.say] : [];
		for (const text of [...task, ...metaOf(this.part).prompt(this.part, this.state)])
			if (!(await this.#say(text, turn))) return;
	}

	/** Says everything on the screen, each with the ring. */
	async hearAll(): Promise<void> {
		const { part, state } = this;
		if (this.note) return this.hearNote();
		await this.hear();
		if (!part || this.state !== state) return;
		const turn = this.#turn;
		for (const { move, says } of metaOf(part).choices(part, state)) {
			if (turn !== this.#turn) return;
			this.saying = move;
			if (!(await this.#say(says, turn))) return;
		}
		if (turn === this.#turn) this.saying = null;
	}

	async hearNote(): Promise<void> {
		const { note } = this;
		const turn = this.#begin();
		if (note?.key) await this.deps.voice.sayMessage(note.key);
		if (note?.text && turn === this.#turn) await this.#say(note.text, turn);
	}

	/** What a button needs that makes this move. */
	button(move: string) {
		const ring = this.hinted === move ? 'hint' : this.saying === move ? 'said' : undefined;
		return { type: 'button' as const, 'data-move': move, 'data-ring': ring, onclick: () => this.move(move) };
	}

	move(move: string): void {
		const { part } = this;
		if (this.isShowing) return this.stopShowing();
		if (!part || this.waits) return;
		const outcome = metaOf(part).model.step(part, this.state, move);
		this.#count(outcome);
		this.#settle(outcome);
	}

	/** On from the reason that was given. */
	next(): void {
		if (!this.waits) return;
		this.note = null;
		this.#show(this.#pending);
	}

	/** From the beginning. */
	again(): void {
		this.result = { steps: 0, wrong: 0, fell: [] };
		this.#goTo(0);
	}

	/** Does this part before her eyes; afterwards it is her turn. */
	async showHow(): Promise<void> {
		if (!this.part) return;
		const { part } = this;
		this.#begin();
		this.isShowing = true;
		this.note = null;
		this.state = this.#start(this.at);
		const turn = this.#turn;
		const { model } = metaOf(part);
		const pause = this.deps.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
		for (const move of pathFrom(part, this.state)) {
			this.hinted = move;
			await pause(SHOW_MS);
			if (turn !== this.#turn) return;
			const { state, says } = model.step(part, this.state, move);
			this.state = state;
			if (says && !(await this.#say(says, turn))) return;
		}
		if (turn !== this.#turn) return;
		this.stopShowing();
	}

	/** It is her turn again, from the beginning of the part. */
	stopShowing(): void {
		this.#begin();
		this.isShowing = false;
		this.state = this.#start(this.at);
		void this.deps.voice.sayMessage('practice.yourTurn');
	}

	leave(): void {
		this.#turn += 1;
		this.isShowing = false;
		this.deps.voice.stop();
	}

	#settle(outcome: Outcome<unknown>): void {
		const { part } = this;
		if (!part) return;
		if (outcome.verdict === 'wrong') {
			this.state = outcome.state;
			const key = outcome.real ? (`practice.real.${outcome.real}` as const) : 'practice.notYet';
			this.note = { tone: 'wrong', key, text: outcome.says };
			const goesOn = metaOf(part).model.hint(part, outcome.state);
			if (goesOn === undefined) return this.#show(outcome.state);
			void this.hearNote();
			this.hinted = goesOn;
			return;
		}
		this.hinted = null;
		if (outcome.verdict === 'free' || !outcome.says) {
			this.note = null;
			this.#show(outcome.state);
			return;
		}
		this.#pending = outcome.state;
		if (metaOf(part).showsAfter) this.state = outcome.state;
		this.note = { tone: 'right', text: outcome.says };
		void this.hearNote();
	}

	/** Puts a state on the screen, or the next part when this one is done. */
	#show(state: unknown): void {
		const { part } = this;
		if (!part) return;
		const { model, prompt } = metaOf(part);
		const before = prompt(part, this.state);
		this.state = state;
		if (model.hint(part, state) === undefined) return this.#goTo(this.at + 1);
		const after = prompt(part, state);
		if (after.some((text, n) => text !== before[n])) void this.hear(false);
	}

	#goTo(at: number): void {
		this.at = at;
		this.note = null;
		this.state = this.#start(at);
		if (this.isDone) {
			this.#begin();
			this.deps.onfinish(this.result);
		} else void this.hear();
	}

	#start(at: number): unknown {
		const part = this.practice.parts[at];
		return part && metaOf(part).model.start(part);
	}

	#count({ verdict, trick }: Outcome<unknown>): void {
		if (verdict === 'free') return;
		const { steps, wrong, fell } = this.result;
		this.result = {
			steps: Math.min(steps + 1, MAX_COUNT),
			wrong: Math.min(wrong + (verdict === 'wrong' ? 1 : 0), MAX_COUNT),
			fell: trick && !fell.includes(trick) && fell.length < 20 ? [...fell, trick] : fell
		};
	}

	#begin(): number {
		this.saying = null;
		this.hinted = null;
		return ++this.#turn;
	}

	/** @returns whether nothing else has begun meanwhile */
	async #say(text: SpokenByLanguage, turn: number): Promise<boolean> {
		if (turn !== this.#turn) return false;
		await this.deps.voice.say(text);
		return turn === this.#turn;
	}
}
