/**
 * What a stranger is told of a badge.
 * true: signed by whom it says, unchanged, in force. revoked, expired, early (not in force yet): signed, but.
 * changed: the signature does not fit. issuer: signed by somebody whom nobody vouches for.
 * unsigned: there is no signature at all. unchecked: signed and unchanged, but whether it was taken back could not be
 * asked. unreadable: this is no badge.
 */
export type Verdict =
	'true' | 'revoked' | 'expired' | 'early' | 'changed' | 'issuer' | 'unsigned' | 'unchecked' | 'unreadable';

export type StepName = 'form' | 'issuer' | 'signature' | 'dates' | 'status';
export type Step = { name: StepName; outcome: 'good' | 'bad' | 'unknown'; detail?: string };

/** What stands in the badge, for people. */
export type BadgeFacts = {
	id: string;
	title: string;
	description: string;
	criteria: string;
	issuerName: string;
	/** The issuer's domain, or '' for a bare key. */
	issuerHost: string;
	issuerDid: string;
	validFromMs: number | null;
	validUntilMs: number | null;
	/** `sha256$…` of the holder's name, where there is one. */
	nameHash: string | null;
};

export type Checked = {
	verdict: Verdict;
	facts?: BadgeFacts;
	steps: Step[];
	/** When the list of those that were taken back was made. */
	statusAtMs?: number;
};
