/** How the delivery to another system stands. */
export type SeenTarget = {
	url: string;
	user: string;
	state: 'on' | 'paused' | 'off';
	/** '' while all is well. */
	problem: string;
	/** When it is tried again after a failure; 0: at once. */
	nextAtMs: number;
	lastOkAtMs: number;
	delivered: number;
	waiting: number;
	refused: number;
};
export type SeenToken = { id: string; name: string; scopes: string[]; lastUsedAtMs: number };

/** Something that another system would not take. */
export type SeenRefused = {
	id: string;
	target: 'lrs' | 'webhook';
	/** What it says, in short. */
	what: string;
	atMs: number;
	/** In their words. */
	why: string;
};

/** What a form came back with. */
export type SystemsForm = {
	field?: string;
	message?: string;
	values?: Record<string, string>;
	done?: 'saved' | 'answers' | 'token' | 'tokenRevoked' | 'sentAgain' | 'dropped';
	taken?: number;
	left?: number;
	of?: 'lrs' | 'webhook';
	secret?: string;
	token?: string;
} | null;

/** The trouble of one field, if it is this one's. */
export const troubleOf = (form: SystemsForm, field: string): string | undefined =>
	form?.field === field ? form.message : undefined;
