import { fill, type Params } from '$lib/i18n/fill';
import en from '$lib/i18n/studio/faults.en.json';
import vi from '$lib/i18n/studio/faults.vi.json';

/** Wholes that have no place inside a file. */
const WHOLES = ['theFile', 'thePack'] as const;
type Whole = (typeof WHOLES)[number];
export type FaultCode = Exclude<keyof typeof en, Whole>;
/** Languages of those who hand lessons in. */
export type FaultLanguage = 'vi' | 'en';

/** What is wrong with something that was handed in, and where: said in the reader's language, whichever found it. */
export class Fault {
	/** @param place as one would write it in JavaScript (`courses[0].modules[1].slug`), a file's name, or a whole */
	constructor(
		readonly place: string,
		readonly code: FaultCode,
		readonly params: Params = {}
	) {}

	/** The same fault, found in a file or a part of one. */
	within(outer: string): Fault {
		return new Fault(`${outer}: ${this.place}`, this.code, this.params);
	}

	in(language: FaultLanguage): string {
		const words = language === 'en' ? en : vi;
		return `${placeIn(this.place, words)}: ${fill(words[this.code], this.params, language)}`;
	}

	/** For a terminal, a log and the answer of the API. */
	toString(): string {
		return this.in('en');
	}

	toJSON(): string {
		return this.toString();
	}
}

/** Names of fields and files are the same in each language; only a whole has a name of its own. */
const placeIn = (place: string, words: Record<Whole, string>) =>
	place
		.split(': ')
		.map((part) => (isWhole(part) ? words[part] : part))
		.join(': ');

const isWhole = (part: string): part is Whole => (WHOLES as readonly string[]).includes(part);
