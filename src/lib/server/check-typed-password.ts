import { tidyPassword } from '$lib/domain/password';
import { checkPassword, type StaffMember } from './repositories/staff';

/** The member whose sign-in name and password these are, whichever way her keyboard puts Vietnamese marks together;
 * null: nobody's. Passwords given at the machine's first start are kept as they were typed. */
export async function checkTypedPassword(email: string, typed: string): Promise<StaffMember | null> {
	const tidy = tidyPassword(typed);
	return (await checkPassword(email, tidy)) ?? (tidy === typed ? null : checkPassword(email, typed));
}
