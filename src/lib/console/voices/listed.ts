import type { QuestionField } from '$lib/domain/voice-limits';

/** What a woman told or asked, as a page lists it. */
export type ListedVoice = {
	id: string;
	/** Of its forms: each is carried out once. */
	key: string;
	kind: 'feedback' | 'question';
	/** Who said it: her whole name for those who look after her, her first name for an expert. */
	name: string;
	/** Null for an expert, who is told nothing else about her. */
	woman: { id: string; picture: string } | null;
	/** Her group's name and place, or the place alone for an expert; '' when she is in none. */
	group: string;
	seconds: number;
	/** Whether the recording has come; the event comes first. */
	isHere: boolean;
	hasPicture: boolean;
	field: QuestionField | '';
	/** The screen on which she was, in words and where it leads. */
	where: { text: string; href: string } | null;
	saidAtMs: number;
	receivedAtMs: number;
	/** waiting: nobody has done anything. passed: an expert has it. */
	state: 'waiting' | 'passed' | 'answered' | 'done' | 'taken_down';
	/** Has waited for more than three days. */
	isLate: boolean;
	passedTo: string;
	returnedWhy: string;
	answer: { clip: string; by: string; atMs: number; isHeard: boolean } | null;
	consent: 'unsaid' | 'yes' | 'no';
	shared: string;
	takenDownWhy: string;
};

/** Somebody who may be asked. */
export type ListedExpert = { id: string; name: string; fields: QuestionField[] };

/** Trouble with one of the forms: `values.form` is "<act>:<voice>". */
export type VoiceProblem = { message: string; field: string; values: Record<string, string> };
