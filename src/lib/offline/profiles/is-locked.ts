import type { Profile } from '../rows';

const keyOf = (profileId: string) => `unlocked:${profileId}`;

/** Whether her picture code must be asked for: she has one, and it was not given in this tab. */
export function isLocked(profile: Pick<Profile, 'id' | 'code'>): boolean {
	return profile.code !== null && session()?.getItem(keyOf(profile.id)) !== profile.code.hash;
}

/** Remembers, for as long as the tab lives, that this code was given. */
export function rememberUnlocked(profile: Pick<Profile, 'id' | 'code'>): void {
	if (profile.code) session()?.setItem(keyOf(profile.id), profile.code.hash);
}

/** Closes her profile again, as when she hands the phone on. */
export function lock(profileId: string): void {
	session()?.removeItem(keyOf(profileId));
}

/** Touching sessionStorage throws where storage is forbidden; there the code is asked for every time. */
function session(): Storage | undefined {
	try {
		return globalThis.sessionStorage;
	} catch {
		return undefined;
	}
}
