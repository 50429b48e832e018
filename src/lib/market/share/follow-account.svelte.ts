import type { Account } from '$lib/domain/vietqr/account';
import type { Profile } from '$lib/offline/rows';

/** Her account on this phone: undefined until it is known, null for none; the profile is null where nothing is kept. */
export class FollowAccount {
	account = $state.raw<Account | null | undefined>();
	profile = $state.raw<Profile | null | undefined>();

	/** @param open opens her profile, or makes a guest's */
	async open(open: () => Promise<Profile | null | undefined>): Promise<void> {
		const profile = (await open()) ?? null;
		const { loadAccount } = await import('$lib/offline/accounts/load-account');
		this.account = profile ? await loadAccount(profile.id).catch(() => null) : null;
		this.profile = profile;
	}
}
