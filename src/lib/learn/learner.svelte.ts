import { createContext } from 'svelte';
import type { Language } from '$lib/domain/language';
import type { Happening } from '$lib/domain/event';
import { notStarted, type LessonProgress, type Progress } from '$lib/domain/progress';
import type { Messages } from '$lib/i18n/messages.svelte';
import type { Completed } from '$lib/offline/complete-lesson';
import type { Profile } from '$lib/offline/rows';
import type { Trouble } from '$lib/offline/trouble';
import { chosenLanguage, keepChosenLanguage } from './language-choice';

/**
 * Who learns on this page and how far she is. Opening it loads the database (30 kB), so nothing here is opened
 * before the first sentence can be heard. What happens is written one after the other, in the order in which it
 * happened.
 */
export class Learner {
	profile = $state.raw<Profile | undefined>();
	progress = $state.raw<Progress>(notStarted);
	/** Whether her profile and progress are here. */
	isOpen = $state(false);
	/** What keeps the phone from keeping; said aloud where it matters. */
	trouble = $state.raw<Trouble | undefined>();

	#messages: Messages;
	#opening: Promise<void> | undefined;
	/** A language just picked, until the profile has it. */
	#picked: Language | undefined;
	#last: Promise<unknown> = Promise.resolve();

	constructor(messages: Messages) {
		this.#messages = messages;
	}

	/** Her profile, or a guest's, made now; undefined where the browser keeps nothing: she can learn all the same. */
	async open(): Promise<Profile | undefined> {
		await (this.#opening ??= this.#open());
		// The last one on this phone was deleted: whoever learns now is a guest again.
		if (!this.profile && !this.trouble) await this.#makeGuest();
		return this.profile;
	}

	/** Turns everything to the language that she picked, and keeps it with her profile. */
	async speakIn(language: Language): Promise<void> {
		this.#picked = language;
		keepChosenLanguage(language);
		await this.#messages.use(language);
		const profile = await this.open();
		if (profile && profile.language !== language) {
			const { setLanguage } = await import('$lib/offline/profiles/set-language');
			await setLanguage(profile.id, language);
		}
		this.#picked = undefined;
	}

	/** Keeps what happened in a lesson and, with it, the step to go on from. */
	record(happening: Happening, position?: number): Promise<void> {
		return this.#inTurn(async (profile) => {
			const { record } = await import('$lib/offline/record');
			const kept = await record(profile.id, happening, position);
			if (kept.kind === 'trouble') this.trouble = kept;
			else if ('lesson' in happening.data) this.#fold(happening.data.lesson, kept.progress);
		});
	}

	/** Completes a lesson; tells which badges that has earned. */
	async complete(lesson: string): Promise<Completed['badges']> {
		let badges: Completed['badges'] = [];
		await this.#inTurn(async (profile) => {
			const { completeLesson } = await import('$lib/offline/complete-lesson');
			const completed = await completeLesson(profile.id, lesson);
			if (completed.kind === 'trouble') this.trouble = completed;
			else {
				this.#fold(lesson, completed.progress);
				badges = completed.badges;
			}
		});
		return badges;
	}

	/** Keeps where she is in a lesson when nothing else happened there. */
	stopAt(lesson: string, position: number): Promise<void> {
		return this.#inTurn(async (profile) => {
			const { keepPosition } = await import('$lib/offline/keep-position');
			await keepPosition(profile.id, lesson, position);
		});
	}

	/** When everything that happened so far is kept. */
	async settled(): Promise<void> {
		await this.#last;
	}

	async #open(): Promise<void> {
		await this.#makeGuest();
		if (!this.trouble) await this.#watch();
		this.isOpen = true;
	}

	/** The phone's profile, or a new guest's where there is none. */
	async #makeGuest(): Promise<void> {
		try {
			const { createGuest } = await import('$lib/offline/profiles/create-guest');
			const kept = await createGuest(chosenLanguage() ?? this.#messages.language);
			if (kept.kind === 'trouble') this.trouble = kept;
			else this.profile = kept.profile;
		} catch {
			this.trouble = { kind: 'trouble', code: 'unavailable' };
		}
	}

	/** Follows whose turn it is and how far she is; resolves when that is known. */
	async #watch(): Promise<void> {
		const { watchCurrent } = await import('$lib/offline/watch-current');
		const { troubleOf } = await import('$lib/offline/trouble');
		await new Promise<void>((resolve) => {
			watchCurrent(
				({ profile, progress }) => {
					this.profile = profile;
					this.progress = progress;
					if (profile) void this.#speakAs(profile);
					resolve();
				},
				(error) => {
					this.trouble = troubleOf(error) ?? { kind: 'trouble', code: 'aborted' };
					resolve();
				}
			);
		});
	}

	/** Turns to the language of whoever's turn it is. A guest who was not asked yet has none of her own. */
	async #speakAs({ language }: Profile): Promise<void> {
		if (chosenLanguage() === undefined || (this.#picked ?? language) !== language) return;
		keepChosenLanguage(language);
		if (language !== this.#messages.language) await this.#messages.use(language);
	}

	#fold(lesson: string, progress: LessonProgress | undefined) {
		if (progress)
			this.progress = { ...this.progress, lessons: { ...this.progress.lessons, [lesson]: progress } };
	}

	#inTurn(work: (profile: Profile) => Promise<void>): Promise<void> {
		const turn = this.#last.then(async () => {
			const profile = await this.open();
			if (profile) await work(profile);
		});
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}

export const [getLearner, setLearner] = createContext<Learner>();
