import { DAY_MS } from '../ago';

/** A profile on a phone, as the page lists it. */
export type ListedProfile = {
	id: string;
	phone: string;
	app: string;
	freeBytes: number | null;
	joinedAtMs: number;
	pushedAtMs: number | null;
	revokedAtMs: number | null;
	learner: string;
	name: string;
	picture: string;
	groups: string[];
	sharing: number;
};

/** A phone with those who use it. What it says of itself is what the last to report said. */
export type ListedPhone = {
	key: string;
	profiles: ListedProfile[];
	/** Profiles on it that this reader does not see. */
	others: number;
	seenAtMs: number | null;
	app: string;
	freeBytes: number | null;
	isRevoked: boolean;
};

/** Below it a course's sounds may not fit, and phones begin to fail. */
export const LOW_BYTES = 200 * 1000 * 1000;
/** Two weeks without a sign: lost, broken, or nobody's any more. */
export const SILENT_MS = 14 * DAY_MS;

export const isLow = ({ freeBytes, isRevoked }: ListedPhone): boolean =>
	!isRevoked && freeBytes !== null && freeBytes < LOW_BYTES;
export const isSilent = ({ seenAtMs, profiles, isRevoked }: ListedPhone, nowMs: number): boolean =>
	!isRevoked && nowMs - (seenAtMs ?? Math.max(...profiles.map(({ joinedAtMs }) => joinedAtMs))) > SILENT_MS;

/** Profiles with access together where they are known to share a phone; those without access each alone. In the order
 * given. */
export function byPhone(profiles: readonly ListedProfile[]): ListedPhone[] {
	const phones = new Map<string, ListedProfile[]>();
	for (const profile of profiles) {
		const key = profile.phone && !profile.revokedAtMs ? profile.phone : profile.id;
		phones.set(key, [...(phones.get(key) ?? []), profile]);
	}
	return [...phones].map(([key, together]) => phoneOf(key, together));
}

function phoneOf(key: string, profiles: ListedProfile[]): ListedPhone {
	const [newest = profiles[0]!] = [...profiles].sort((a, b) => (b.pushedAtMs ?? 0) - (a.pushedAtMs ?? 0));
	return {
		...{ key, profiles },
		others: Math.max(0, newest.sharing - profiles.length),
		seenAtMs: newest.pushedAtMs,
		...{ app: newest.app, freeBytes: newest.freeBytes },
		isRevoked: profiles.every(({ revokedAtMs }) => revokedAtMs !== null)
	};
}
