import type { ScamKind } from '$lib/domain/scam-limits';

/** A choice as the form lists it. */
export type ListedChoice = {
	id: string;
	text: string;
	picture: string;
	for: ScamKind[];
	when: 'now' | 'then';
};

/** What the form of a trick needs to know. */
export type ScamFormPage = {
	groups: { id: string; name: string }[];
	mayTellEverybody: boolean;
	today: string;
	right: ListedChoice[];
	wrong: ListedChoice[];
};
/** What stands in the form: lists as words with spaces between them. */
export type ScamValues = Record<string, string>;
export type ScamProblem = { message: string; field: string; values: Record<string, string> };
