import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Lesson, Question } from '$lib/domain/lesson';
import type { Hands, Newcomer } from '$lib/domain/together';
import type { GatheringRow } from '$lib/offline/rows';
import type { Circle, Person } from '$lib/offline/together';
import { firstUnheard, groupSteps, type GroupStep } from './plan';

/** Whom the phone stands among: a group that it knows, or just those who are here. */
export type Around = Pick<Circle, 'profile' | 'isStaff' | 'name' | 'women'> & { group: string | null };
export type Screen = 'circle' | 'who' | 'what' | 'note' | 'lesson' | 'unheard' | 'end';

type Keep = {
	keep(row: GatheringRow): void;
	end(row: GatheringRow): Promise<void>;
	newId(): string;
	newPersonId(): string;
	now?: () => number;
};

/** A group around one phone: who is there, what they hear, how many hands. Every change is kept at once. */
export class Gathering {
	screen = $state<Screen>('circle');
	around = $state.raw<Around>();
	row = $state.raw<GatheringRow>();
	lesson = $state.raw<Lesson>();

	/** Everybody of the group that this phone knows, those written down just now among them. */
	people: Person[] = $derived([...(this.around?.women ?? []), ...this.#added()]);
	present = $derived(new SvelteSet(this.row?.present));
	/** Those who are there, as they stand in the list. */
	here: Person[] = $derived(this.people.filter(({ id }) => this.present.has(id)));
	count = $derived((this.row?.present.length ?? 0) + (this.row?.more ?? 0));
	steps: GroupStep[] = $derived(this.lesson ? groupSteps(this.lesson) : []);
	step = $derived(this.steps[this.row?.at ?? 0]);

	readonly #keep: Keep;
	readonly #now: () => number;
	/** Cards that were said to their end, or that somebody read out. */
	readonly #heard = new SvelteSet<number>();
	#isEnding = false;
	/** They hear what was skipped, and nothing else again. */
	#isCatchingUp = false;

	constructor(keep: Keep) {
		this.#keep = keep;
		this.#now = keep.now ?? Date.now;
	}

	/** Begins with these, from nothing. */
	begin(around: Around) {
		this.around = around;
		this.row = this.#newRow(around);
		this.#heard.clear();
		this.screen = 'who';
	}

	/** Goes on where they were interrupted; what lies before it was heard. */
	resume(around: Around, row: GatheringRow, lesson: Lesson) {
		this.around = around;
		this.row = row;
		this.lesson = lesson;
		for (const step of groupSteps(lesson).slice(0, row.at))
			if (step.kind === 'card') this.#heard.add(step.id);
		this.screen = 'lesson';
	}

	toggle(id: string) {
		const present = this.present.has(id) ? this.#without(id) : [...(this.row?.present ?? []), id];
		this.#change({ present });
	}
	all() {
		this.#change({ present: this.people.map(({ id }) => id) });
	}
	none() {
		this.#change({ present: [], more: 0 });
	}
	more(by: 1 | -1) {
		this.#change({ more: Math.max(0, (this.row?.more ?? 0) + by) });
	}

	/** Writes a woman down who is not in the list; she is there. */
	add({ name, picture }: Omit<Newcomer, 'id'>) {
		const { row } = this;
		if (!row) return;
		const id = this.#keep.newPersonId();
		this.#change({ newcomers: [...row.newcomers, { id, name, picture }], present: [...row.present, id] });
	}

	/** They hear this one, from its beginning. */
	hear(lesson: Lesson) {
		this.lesson = lesson;
		this.#isCatchingUp = false;
		this.#heard.clear();
		this.#change({ lesson: lesson.slug, at: 0, hands: [] });
		this.screen = 'lesson';
	}

	/** The card on the screen was said to its end, or the phone could not say it and somebody read it out. */
	heardCard() {
		if (this.step?.kind === 'card') this.#heard.add(this.step.id);
	}

	goOn() {
		if (this.#isCatchingUp) this.hearRest();
		else this.#moveTo((this.row?.at ?? 0) + 1);
	}
	goBack() {
		this.#moveTo(Math.max(0, (this.row?.at ?? 0) - 1));
	}
	/** Back to the first sentence that was not said to its end; the end, when there is none any more. */
	hearRest() {
		this.#isCatchingUp = true;
		this.screen = 'lesson';
		this.#moveTo(firstUnheard(this.steps, this.#heard) ?? this.steps.length);
	}

	/** How many hands were up; counted again, the new numbers count. Nobody's hand is no count. */
	raised({ id }: Question, counts: Hands['counts']) {
		if (counts.every(({ n }) => n === 0)) return;
		const others = (this.row?.hands ?? []).filter(({ question }) => question !== id);
		this.#change({ hands: [...others, { question: id, counts }] });
	}

	/** A meeting without a lesson. */
	async noteMeeting(note: string) {
		this.#change({ note: note.trim(), lesson: null });
		await this.#end();
	}

	/** Another lesson with those who are there. */
	again() {
		const { row, around } = this;
		if (!row || !around) return;
		const { present, newcomers, more } = row;
		// The first may still wait on this phone: whoever is told of this one first makes them.
		this.row = { ...this.#newRow(around), present, newcomers, more };
		this.screen = 'what';
	}

	get isAtBeginning(): boolean {
		return (this.row?.at ?? 0) === 0;
	}

	#moveTo(at: number) {
		if (at < this.steps.length) return this.#change({ at });
		if (firstUnheard(this.steps, this.#heard) !== null) this.screen = 'unheard';
		else void this.#end();
	}

	async #end() {
		if (!this.row || this.#isEnding) return;
		this.#isEnding = true;
		await this.#keep.end(this.row);
		this.#isEnding = false;
		this.screen = 'end';
	}

	#change(patch: Partial<GatheringRow>) {
		if (!this.row) return;
		this.row = { ...this.row, ...patch };
		this.#keep.keep(this.row);
	}

	#added(): Person[] {
		const known = new SvelteSet(this.around?.women.map(({ id }) => id));
		return (this.row?.newcomers ?? []).filter(({ id }) => !known.has(id));
	}

	#without(gone: string): string[] {
		return (this.row?.present ?? []).filter((id) => id !== gone);
	}

	#newRow({ profile, group }: Around): GatheringRow {
		return {
			...{ id: this.#keep.newId(), profile, group, lesson: null, present: [], newcomers: [], more: 0 },
			...{ at: 0, hands: [], note: '', startedAtMs: this.#now(), endedAtMs: null, toldAtMs: null }
		};
	}
}

export const [getGathering, setGathering] = createContext<Gathering>();
