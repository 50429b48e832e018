import { MAX_BLOB_BYTES } from '$lib/domain/blob';
import { MAX_BYTES_A_CALL } from '$lib/domain/sync';
import { isInReach, reachesAll, reachOf, type Reached } from './reach';
import type { Principal, StaffRole } from './session';

export type Role = 'guest' | 'learner' | StaffRole;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
export type Rule = {
	may: readonly Role[];
	/** The longest body taken; USUAL_MAX_BYTES unless said otherwise. */
	maxBytes?: number;
	/** Open to everyone, and wants to know who it is; other open routes save the look into the sessions. */
	asksWho?: true;
	/** What is the whole programme's: a manager to whom places were given may not. */
	reach?: 'all';
};

const everyone: readonly Role[] = ['guest', 'learner', 'trainer', 'manager', 'expert', 'owner'];
const staffRoles: readonly Role[] = ['trainer', 'manager', 'expert', 'owner'];
const console: readonly Role[] = ['trainer', 'manager'];

/** No form and no call but those that say otherwise is longer. */
export const USUAL_MAX_BYTES = 64 * 1024;

/**
 * Who may do what: the only place where that stands. Keys are "METHOD route id"; a route that has no row of its
 * own takes the row of the folder above it that ends in "/**". What has no row is refused, and
 * tests/access.test.ts demands one for every route file. HEAD goes with GET.
 *
 * `owner` keeps the machine. On it she may do everything, by commands (npm start, npm run import, npm run staff), and
 * backups and health need no account. Here she may bring lessons in and look after her own account, and sees no woman,
 * no group and no log: what is told about women is not the concern of whoever keeps the box.
 *
 * `learner` means: the endpoint asks `learnerOf` itself, because the device stands in the body. Whether a trainer
 * may see this group is asked with `mayReadGroup`.
 */
export const access: Record<string, Rule> = {
	'GET /shell': { may: everyone },
	'GET /healthz': { may: everyone },
	'GET /(learner)/**': { may: everyone },
	'GET /(public)/**': { may: everyone },
	'GET /[x+2e]well-known/did.json': { may: everyone },

	'GET /(auth)/sign-in': { may: everyone, asksWho: true },
	'POST /(auth)/sign-in': { may: everyone, maxBytes: 4096 },
	'POST /(auth)/sign-out': { may: everyone, maxBytes: 4096 },
	'GET /api/session': { may: everyone, asksWho: true },

	/** Who was invited, or was given a code, is nobody yet: the link or the code says who she is. */
	'GET /(auth)/invite': { may: everyone },
	'POST /(auth)/invite': { may: everyone, maxBytes: 4096 },
	'POST /api/invite': { may: everyone, maxBytes: 4096 },
	'GET /(auth)/sign-in/code': { may: everyone },
	'POST /(auth)/sign-in/code': { may: everyone, maxBytes: 4096 },
	/** Whoever keeps the machine: not a session opens these, but the key in DATA_DIR/secrets.json (npm run staff). */
	'POST /api/house/**': { may: everyone, maxBytes: 4096 },

	/** Her own name, password and sessions: everybody who works here. */
	'GET /(console)/trainer/me': { may: staffRoles },
	'POST /(console)/trainer/me': { may: staffRoles, maxBytes: 16 * 1024 },
	'POST /(console)/trainer/language': { may: staffRoles, maxBytes: 4096 },
	'GET /(console)/trainer/entry': { may: ['manager'] },
	'POST /(console)/trainer/entry': { may: ['manager'], maxBytes: 16 * 1024 },
	'GET /(console)/trainer/audit/**': { may: ['manager'] },

	'GET /(console)/trainer/**': { may: console },
	'POST /(console)/trainer/**': { may: console, maxBytes: 256 * 1024 },
	'GET /api/groups/**': { may: console },
	'POST /api/groups/**': { may: console, maxBytes: 256 * 1024 },
	'PUT /api/groups/**': { may: console, maxBytes: 256 * 1024 },
	'PATCH /api/groups/**': { may: console, maxBytes: 256 * 1024 },
	'DELETE /api/groups/**': { may: console },

	/** Lists of women: 5 MB, and what a form puts around them. Whose list it is, the page asks. */
	'POST /(console)/trainer/import': { may: console, maxBytes: 6 * 1024 * 1024 },

	/** What is written to women: a recording of a minute comes with the form. */
	'POST /(console)/trainer/groups/[id]/notices': { may: console, maxBytes: 2 * 1024 * 1024 },

	/** Tricks of the week: a screenshot comes with the form, or a recording. Whose it is, each page asks. */
	'POST /(console)/trainer/scams/new': { may: console, maxBytes: 6 * 1024 * 1024 },
	'POST /(console)/trainer/scams/[id]': { may: console, maxBytes: 6 * 1024 * 1024 },

	/** What groups did around a trainer's phone: a thousand present in each. */
	'POST /api/meetings': { may: console, maxBytes: 512 * 1024 },

	/** What women told and asked; an answer is recorded with the form. Experts hear what was passed on to them. */
	'POST /(console)/trainer/voices': { may: console, maxBytes: 2 * 1024 * 1024 },
	'GET /(console)/trainer/questions/**': { may: ['expert'] },
	'POST /(console)/trainer/questions': { may: ['expert'], maxBytes: 2 * 1024 * 1024 },

	/** Provinces and communes, for a form's search field. */
	'GET /api/places': { may: console },

	/** What is told to other systems: where to, by which keys, and the files. */
	'GET /(console)/trainer/systems/**': { may: ['manager'], reach: 'all' },
	'POST /(console)/trainer/systems/**': { may: ['manager'], reach: 'all', maxBytes: 16 * 1024 },
	/** Whom she looks after: those of her places. */
	'GET /(console)/trainer/staff': { may: ['manager'] },
	'POST /(console)/trainer/staff': { may: ['manager'], maxBytes: 32 * 1024 },
	/** Of the groups that she reaches: a manager's places, a trainer's groups. */
	'GET /(console)/trainer/reports/**': { may: console },
	/** Tokens of the read API open these, not sessions: each endpoint asks `answerApi`. */
	'GET /api/v1/**': { may: everyone },

	/** Lessons are the managers': a trainer may use them, not change them. */
	'GET /(console)/trainer/badges': { may: ['manager'], reach: 'all' },
	'POST /(console)/trainer/badges': { may: ['manager'], reach: 'all', maxBytes: 32 * 1024 },
	'GET /(console)/trainer/content/**': { may: ['manager'], reach: 'all' },
	'POST /(console)/trainer/content/**': { may: ['manager'], reach: 'all', maxBytes: 20 * 1024 * 1024 },

	'GET /api/catalog': { may: everyone },
	'GET /api/lessons/**': { may: everyone },
	'GET /api/courses/**': { may: everyone },
	'GET /api/voices/**': { may: everyone },
	'GET /media/**': { may: everyone },
	'GET /api/practices/**': { may: everyone },
	/** Managers and the owner; or the house itself, which shows its import key: the endpoint looks. */
	'POST /api/import': { may: everyone, maxBytes: 20 * 1024 * 1024, asksWho: true },

	'POST /api/join/look': { may: everyone, maxBytes: 4096 },
	'POST /api/join': { may: everyone, maxBytes: 4096 },
	'POST /api/devices': { may: ['learner'], maxBytes: 4096 },
	'GET /api/badges/[id]': { may: ['learner'] },
	'GET /api/badges/missing': { may: ['learner'] },
	'POST /api/devices/key': { may: ['learner'], maxBytes: 4096 },
	/** From whoever carries it: what is in it is signed by the phone that it comes from. */
	'POST /api/carry': { may: everyone },
	'POST /api/sync': { may: ['learner'], maxBytes: MAX_BYTES_A_CALL },

	/** Her stall as the server knows it. Strangers' questions go to her trainer: the page looks at each. */
	'GET /api/stalls/mine': { may: ['learner'] },
	'POST /(public)/stall/[slug]': { may: everyone, maxBytes: 8 * 1024 },

	/** A stranger's organisation applies. Which partner, which introduction, each page of the console asks itself. */
	'POST /(public)/partners/join': { may: everyone, maxBytes: 16 * 1024 },
	'GET /(console)/trainer/partners/**': { may: console },
	'POST /(console)/trainer/partners/**': { may: console, maxBytes: 32 * 1024 },

	/** Recordings and pictures from phones (docs/decisions/0028). */
	'PUT /api/blobs/[sha256]': { may: ['learner'], maxBytes: MAX_BLOB_BYTES },
	'POST /api/blobs/missing': { may: ['learner'], maxBytes: 16 * 1024 }
};

/** The rule of a route, or undefined when nobody may. */
export function ruleOf(method: string, route: string): Rule | undefined {
	const verb = (method === 'HEAD' ? 'GET' : method) as Method;
	const own = access[`${verb} ${route}`];
	if (own) return own;
	const parts = route.split('/');
	for (let length = parts.length; length > 1; length--) {
		const above = access[`${verb} ${parts.slice(0, length).join('/')}/**`];
		if (above) return above;
	}
	return undefined;
}

/** Whether anybody may do anything at this route. */
export const isKnownRoute = (route: string): boolean => methods.some((method) => ruleOf(method, route));

/** What a request that has (not) this principal is told. A learner's row lets everyone through to the endpoint,
 * which knows the device and asks `learnerOf`. */
export function mayUse(rule: Rule, principal: Principal): boolean {
	const role = principal.kind === 'staff' ? principal.role : principal.kind;
	if (rule.reach === 'all' && role === 'manager' && !reachesAll(principal)) return false;
	return rule.may.includes(role) || rule.may.includes('learner');
}

/** A manager sees every group, or those of her places; a trainer her own; nobody else any. */
export function mayReadGroup(principal: Principal, group: Reached): boolean {
	const reach = reachOf(principal);
	return reach !== null && isInReach(reach, group);
}

/** Adding women, printing cards, revoking phones: who sees a group looks after it. */
export const mayChangeGroup = mayReadGroup;
