import { giveUp } from '$lib/server/errors';
import type { Staff } from '$lib/server/session';

/** The signed-in member of staff. The table of access has let in nobody else; this makes it known to the compiler. */
export function staffOf({ principal }: App.Locals): Staff {
	return principal.kind === 'staff' ? principal : giveUp('not_signed_in');
}
