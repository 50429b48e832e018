type Named = { id: string; name: string };
export type RoleToInvite = 'trainer' | 'expert' | 'manager';

/** What the page of invitations and codes shows. */
export type SeenEntry = {
	roles: RoleToInvite[];
	/** Hers; none: she is the whole programme's and may name any. */
	places: { code: string; name: string }[];
	groups: Named[];
	members: (Named & { email: string; role: string })[];
	open: (Named & { role: RoleToInvite; by: string; madeAtMs: number; expiresAtMs: number })[];
};

/** An invitation as who was invited sees it. `by` is '' when the machine's owner made it. */
export type SeenInvitation = {
	name: string;
	role: RoleToInvite;
	by: string;
	places: string[];
	groups: string[];
};

/** What its forms answer. */
export type EntryForm = {
	/** What was wrong, beside which field, and what was typed. */
	message?: string;
	field?: string;
	values?: Record<string, string>;
	done?: 'invited' | 'withdrawn' | 'code';
	name?: string;
	/** Shown this once. */
	link?: string;
	code?: string;
	email?: string;
} | null;
