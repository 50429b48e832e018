import type { Badge } from '$lib/domain/badge';
import { inLanguage } from '$lib/domain/language';
import type { Lesson } from '$lib/domain/lesson';
import type { Spoken } from '$lib/domain/media';
import type { Happening } from '$lib/domain/event';
import type { Messages } from '$lib/i18n/messages.svelte';
import type { SayEnd, Voice } from '$lib/voice/voice.svelte';
import { SLOW_RATE } from '$lib/voice/voice.svelte';
import type { Learner } from '../learner.svelte';
import { fetchAhead, mediaOfStep } from './fetch-ahead';
import type { Place } from './place';
import {
	answered,
	backward,
	bandOf,
	forward,
	heard,
	positionOf,
	startPlan,
	stepOf,
	toUnheard,
	type Plan
} from './plan';

/** Between two sentences, when it goes on by itself: a breath. */
const BREATH_MS = 900;
/** A phone that cannot keep an answer says so; what became of the answer she hears all the same. */
const KEPT_WITHIN_MS = 2_000;
const CARD = 'card';

export type Verdict = 'right' | 'wrong';
export type Ending = { kind: 'unheard' } | { kind: 'done'; badges: Badge[] };
type Parts = { lesson: Lesson; hash: string; place: Place | undefined };
type House = { voice: Voice; learner: Learner; messages: Messages; mayRecord: Promise<void> };

/** The player's state: where she is in the lesson, and what she does there. What it means is decided in plan.ts. */
export class Player {
	/** Set once; a state only so that what is derived from it may stand above the constructor. */
	#parts = $state.raw<Parts>() as Parts;
	plan = $state.raw<Plan>({ steps: [], at: 0, length: 0, done: [] });
	/** Goes on to the next sentence by itself; off until she asks for it. */
	goesOn = $state(false);
	/** What became of the question on the screen; null while it is open. */
	verdict = $state<Verdict | null>(null);
	ending = $state.raw<Ending | null>(null);
	/** The sentence on the screen has no sound here. */
	isSilent = $state(false);

	step = $derived(stepOf(this.plan));
	card = $derived(this.step?.kind === 'card' ? this.#cardOf(this.step.id) : undefined);
	question = $derived(
		this.step?.kind === 'question' ? this.lesson.questions.find(({ id }) => id === this.step?.id) : undefined
	);
	band = $derived(bandOf(this.plan));

	#house: House;
	#opened: Promise<void> | undefined;
	/** An answer is on its way into the database: a second tap on the tick is none. */
	#isKeeping = false;

	constructor(parts: Parts, house: House) {
		this.#parts = parts;
		this.#house = house;
		this.plan = startPlan(parts.lesson, parts.place?.position, parts.place?.progress);
	}

	get lesson(): Lesson {
		return this.#parts.lesson;
	}

	get isSpeaking(): boolean {
		return this.#house.voice.speaking === CARD;
	}

	/** Tells that she opened the lesson. */
	open() {
		const { mayRecord, learner, voice } = this.#house;
		const { slug } = this.lesson;
		voice.onMissing = (clip) => void this.#record({ kind: 'clip.missing', data: { lesson: slug, clip } });
		this.#opened = mayRecord.then(() =>
			learner.record({ kind: 'lesson.opened', data: { lesson: slug, hash: this.#parts.hash } })
		);
	}

	/** Goes on from where she stopped, on a page that the server sent without knowing her. */
	resume(place: Place) {
		if (this.plan.at > 0 || this.plan.done.length > 0 || this.isSpeaking) return;
		this.plan = startPlan(this.lesson, place.position, place.progress);
	}

	/** Takes over the page's own <audio>; when it plays already, it goes on and counts. */
	adopt = (audio: HTMLAudioElement) => {
		if (this.card)
			void this.#house.voice
				.adopt(audio, this.#spoken(this.card.say), { id: CARD })
				?.then((end) => this.#ended(end));
	};

	/** Says the sentence on the screen, or the question. */
	async hear() {
		const { voice } = this.#house;
		void this.#fetchAhead();
		if (this.question) return void voice.say(this.question.ask, { id: 'ask' });
		if (this.card) this.#ended(await voice.say(this.card.say, { id: CARD }));
	}

	/** The large yellow button: listen, stop, go on listening. */
	toggle() {
		const { voice } = this.#house;
		if (!this.isSpeaking) return void this.hear();
		if (voice.isPaused) voice.resume();
		else voice.pause();
	}

	toggleSlow() {
		const { voice } = this.#house;
		voice.setRate(voice.rate === 1 ? SLOW_RATE : 1);
		if (!this.isSpeaking) void this.hear();
	}

	toggleGoesOn() {
		this.goesOn = !this.goesOn;
		if (this.goesOn && !this.isSpeaking) void this.hear();
	}

	next = () => this.#moveTo(forward(this.plan));
	prev = () => this.#moveTo(backward(this.plan));

	/** She chose an answer: first it is kept, then told kindly, so that nothing she has seen is lost with the tab. */
	async answer(isRight: boolean, explains?: number) {
		if (this.step?.kind !== 'question' || this.#isKeeping) return;
		const { id, attempt } = this.step;
		const plan = answered(this.plan, isRight, explains);
		const data = { lesson: this.lesson.slug, question: id, try: attempt, right: isRight };
		this.#isKeeping = true;
		await atMost(
			KEPT_WITHIN_MS,
			this.#record({ kind: 'question.answered', data }, positionOf(forward(plan)))
		);
		this.#isKeeping = false;
		this.plan = plan;
		this.verdict = isRight ? 'right' : 'wrong';
	}

	/** Back to the first sentence that she did not hear to its end. */
	hearRest() {
		const plan = toUnheard(this.plan, this.#progress);
		if (plan) this.#moveTo(plan);
	}

	/** The first card that was not heard to its end. */
	get unheard() {
		const step = stepOf(toUnheard(this.plan, this.#progress) ?? this.plan);
		return step?.kind === 'card' ? this.#cardOf(step.id) : undefined;
	}

	get #progress() {
		return this.#house.learner.progress.lessons[this.lesson.slug];
	}

	#moveTo(plan: Plan) {
		this.#house.voice.stop();
		this.plan = plan;
		this.verdict = null;
		this.ending = null;
		this.isSilent = false;
		if (!stepOf(plan)) return void this.#end();
		void this.#house.learner.stopAt(this.lesson.slug, positionOf(plan));
		void this.hear();
	}

	/** At the end of all steps: done, unless a sentence was skipped. */
	async #end() {
		await this.#opened;
		await this.#house.learner.settled();
		if (toUnheard(this.plan, this.#progress)) this.ending = { kind: 'unheard' };
		else this.ending = { kind: 'done', badges: await this.#house.learner.complete(this.lesson.slug) };
	}

	/** Only a sentence that was said to its end counts as heard. */
	#ended(end: SayEnd) {
		this.isSilent = end === 'missing';
		if (end !== 'ended' || this.step?.kind !== 'card') return;
		this.plan = heard(this.plan);
		const data = { lesson: this.lesson.slug, card: this.step.id };
		void this.#record({ kind: 'card.heard', data }, positionOf(this.plan));
		if (this.goesOn) this.#goOnAfterABreath(this.plan);
	}

	#goOnAfterABreath(plan: Plan) {
		setTimeout(() => {
			if (this.goesOn && this.plan === plan && this.#house.voice.speaking === null) this.next();
		}, BREATH_MS);
	}

	/** Not before the first sentence can be heard: until then the line is its own. */
	async #fetchAhead() {
		const next = this.plan.steps[this.plan.at + 1];
		await this.#house.mayRecord;
		fetchAhead(mediaOfStep(next, this.lesson, this.#house.messages.language));
	}

	/** Records come after `lesson.opened`, in their order. */
	async #record(happening: Happening, position?: number): Promise<void> {
		await this.#opened;
		await this.#house.learner.record(happening, position);
	}

	#cardOf(id: number) {
		return this.lesson.cards.find((card) => card.id === id);
	}

	#spoken(by: Record<string, Spoken>): Spoken {
		return inLanguage(by, this.#house.messages.language);
	}
}

/** Resolves when the work is over, however it ended, or when the time is. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
	await Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, ms))]);
}
