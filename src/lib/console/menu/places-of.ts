import type { ConsoleKey } from '../words';

export type Place = {
	href: string;
	label: ConsoleKey;
	/** Not a page of the console: it is loaded whole. */
	isElsewhere?: true;
};

type Staff = {
	role: string;
	/** A manager of the whole programme. */
	reachesAll: boolean;
};

const today: Place = { href: '/trainer', label: 'nav.today' };
const voices: Place = { href: '/trainer/voices', label: 'voices.nav' };
const questions: Place = { href: '/trainer/questions', label: 'questions.title' };
const reports: Place = { href: '/trainer/reports', label: 'reports.title' };
const carry: Place = { href: '/carry', label: 'carry.open', isElsewhere: true };
const phones: Place = { href: '/trainer/phones', label: 'phones.title' };
const market: Place[] = [
	{ href: '/trainer/stalls', label: 'stalls.title' },
	{ href: '/trainer/partners', label: 'partners.title' },
	{ href: '/trainer/scams', label: 'scams.title' }
];
const staffList: Place = { href: '/trainer/staff', label: 'staff.title' };
const programme: Place[] = [
	{ href: '/trainer/badges', label: 'badges.title' },
	{ href: '/trainer/content', label: 'content.title' },
	{ href: '/trainer/systems', label: 'systems.title' }
];

/** The pages that somebody may open from everywhere, in parts: what is of every day, the market, the programme. What
 * each role may read is decided by the server (lib/server/access.ts); here stands what it has a use for. */
export function placesOf({ role, reachesAll }: Staff): Place[][] {
	if (role === 'expert') return [[questions, carry]];
	if (role === 'owner') return [[carry]];
	const managing = role === 'manager' ? [staffList, ...(reachesAll ? programme : [])] : [];
	return [[today, voices, reports], market, [phones, carry, ...managing]];
}
