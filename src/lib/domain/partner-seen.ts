import type { EndedWhy, Sort, Step } from './introduction';
import type { PartnerGiven } from './partner';
import type { Check, PartnerKind, PartnerState } from './partner-kinds';

// What those who look after groups see of the board. 0 and '' are "not"; names are those of staff.

/** A partner as it is kept; 0 and '' are "not". Names are those of staff. */
export type Partner = PartnerGiven & {
	id: string;
	state: PartnerState;
	/** Id of who entered it, or "form". */
	enteredBy: string;
	enteredByName: string;
	enteredAtMs: number;
	verifiedByName: string;
	verifiedAtMs: number;
	verifiedHow: Check | '';
	verifiedWords: string;
	stateByName: string;
	stateAtMs: number;
	/** Why it was refused or suspended, or its contact has to be checked anew. */
	stateReason: string;
	/** Goes up with each change: who changes an older one is told. */
	version: number;
	changedBy: string;
	changedAtMs: number;
	/** It bears the name or number of one that is verified, and another contact. */
	pretends: boolean;
	/** Reports that nobody has dealt with. */
	reports: number;
};
export type Alike = Pick<Partner, 'id' | 'name' | 'kind' | 'place' | 'state' | 'phone' | 'email'> & {
	sameName: boolean;
	sameRegistration: boolean;
	sameContact: boolean;
};
export type PartnerReport = {
	id: string;
	by: string;
	reason: string;
	atMs: number;
	handledBy: string;
	handledAtMs: number;
};

export type IntroductionStep = {
	id: string;
	step: Step | 'ended' | 'resumed';
	/** "2026-11-24" in Vietnam. */
	day: string;
	/** In đồng; 0: not told. */
	amount: number;
	words: string;
	/** Name of who noted it. */
	by: string;
	atMs: number;
};

/** An introduction of a partner to a group or to a woman. Counted once: there is one for each pair and sort. */
export type Introduction = {
	id: string;
	partner: string;
	partnerName: string;
	partnerKind: PartnerKind;
	partnerState: PartnerState;
	sort: Sort;
	whoKind: 'group' | 'learner';
	who: string;
	whoName: string;
	/** The group itself, or the one that she was in when it was made. */
	viaGroup: string;
	groupName: string;
	/** Id of one of the partner's wants, the name of what it gives, or ''. */
	about: string;
	/** Who asked her, and when. */
	askedBy: string;
	askedAtMs: number;
	mayGiveContact: boolean;
	/** How far it has come. */
	step: Step;
	/** '' while it is under way. */
	endedWhy: EndedWhy | '';
	madeBy: string;
	madeAtMs: number;
	changedAtMs: number;
	changedBy: string;
	version: number;
	/** The notice that tells her of it. */
	notice: string;
	/** Newest last. */
	steps: IntroductionStep[];
};
