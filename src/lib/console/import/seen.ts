import type { Column } from './columns';

/** A cell that cannot be taken: where it stands, what stands there, what to do. */
export type SeenFault = { line: number; heading: string; value: string; message: string };

/** Somebody who may be the same woman as a row's. */
export type SeenTwin = { choice: string; says: string };
export type SeenDuplicate = { line: number; name: string; says: string; twins: SeenTwin[]; choice: string };

/** Words of a place, and what they may mean; `choice` is a code, `none`, or "". */
export type SeenPlace = {
	words: string;
	rows: number;
	options: { code: string; name: string; was: string }[];
	choice: string;
};

export type SeenPreview = {
	state: 'open';
	fileName: string;
	headings: { heading: string; column: Column | ''; sample: string }[];
	/** Headings of columns that looked like phone or identity numbers: they were not kept. */
	leftOut: string[];
	notRead: string[];
	isKolibri: boolean;
	examples: number;
	notLearners: number;
	counts: { rows: number; newWomen: number; joining: number; already: number; skipped: number };
	faults: SeenFault[];
	faultyRows: number;
	leaveFaulty: boolean;
	first: { line: number; cells: string[] }[];
	groupsHere: { id: string; name: string; women: number }[];
	groupsNew: { name: string; women: number }[];
	groups: { id: string; name: string }[];
	group: string;
	/** Where new groups are, for a manager of places. */
	places: { code: string; name: string }[];
	place: string;
	/** Words of places of new groups, as the list of places knows them. */
	placesFound: { words: string; name: string }[];
	/** Words that may be several places, or none: a person says. */
	placeQuestions: SeenPlace[];
	placesUndecided: number;
	duplicates: SeenDuplicate[];
	undecided: number;
	decided: number;
	canRun: boolean;
	/** Why the last try wrote nothing. */
	note: 'closed' | 'changed' | 'failed' | '';
};

export type SeenRunning = {
	state: 'running';
	fileName: string;
	step: 'checking' | 'writing';
	done: number;
	total: number;
};

export type SeenDone = {
	state: 'done' | 'undone';
	fileName: string;
	atMs: number;
	women: number;
	joined: number;
	groupsMade: number;
	groups: { id: string; name: string }[];
	mayUndo: boolean;
	undoneAtMs: number;
	/** Names of those whom taking back left in place. */
	kept: string[];
};

export type SeenImport = SeenPreview | SeenRunning | SeenDone;
