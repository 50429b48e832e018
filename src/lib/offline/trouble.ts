/**
 * What can keep the phone from keeping something. Each is a sentence that the page can say aloud:
 * full: no room left; nothing that was kept before is lost.
 * unavailable: this browser keeps nothing (private mode, storage forbidden, no database at all).
 * newer: another tab runs a newer version; closing this one helps.
 * aborted: the write did not happen; trying again may help.
 * profile_gone: the profile was removed, perhaps in another tab.
 */
export type TroubleCode = 'full' | 'unavailable' | 'newer' | 'aborted' | 'profile_gone';
export type Trouble = { kind: 'trouble'; code: TroubleCode };

/** Thrown inside a transaction, so that all of it is undone; leaves `orTrouble` as a value. */
export class ProfileGone extends Error {
	override name = 'ProfileGone';
}

const codes: Record<string, TroubleCode> = {
	QuotaExceededError: 'full',
	VersionError: 'newer',
	ProfileGone: 'profile_gone',
	MissingAPIError: 'unavailable',
	SecurityError: 'unavailable',
	OpenFailedError: 'unavailable',
	AbortError: 'aborted',
	DatabaseClosedError: 'aborted',
	TransactionInactiveError: 'aborted',
	InvalidStateError: 'aborted',
	TimeoutError: 'aborted',
	UnknownError: 'aborted'
};

/** The trouble that an error means, or null when it is a bug. The innermost cause is the one that says why:
 * a full disk shows as an aborted transaction around a QuotaExceededError. */
export function troubleOf(error: unknown): Trouble | null {
	if (typeof error !== 'object' || error === null) return null;
	const { name, inner } = error as { name?: string; inner?: unknown };
	const deeper = inner && inner !== error ? troubleOf(inner) : null;
	const code = name === undefined ? undefined : codes[name];
	if (deeper && (deeper.code !== 'aborted' || !code)) return deeper;
	return code ? { kind: 'trouble', code } : null;
}

/** Runs the work; expected trouble comes back as a value, a bug is thrown. */
export async function orTrouble<T>(work: () => Promise<T>): Promise<T | Trouble> {
	try {
		return await work();
	} catch (error) {
		const trouble = troubleOf(error);
		if (trouble) return trouble;
		throw error;
	}
}
