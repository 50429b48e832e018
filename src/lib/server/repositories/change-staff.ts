import { tidyPassword } from '$lib/domain/password';
import { pbCall, pocketbase } from '../pocketbase';

export const renameStaff = (
	id: string,
	{ name, picture }: { name: string; picture: string }
): Promise<void> => update(id, { name, picture });

/** Her sessions go on: ending the others is the caller's. */
export async function setPassword(id: string, typed: string): Promise<void> {
	const password = tidyPassword(typed);
	await update(id, { password, passwordConfirm: password });
}

async function update(id: string, values: Record<string, string>): Promise<void> {
	await (await pocketbase()).collection('staff').update(id, values);
}

/** Whose sign-in name this is; '' when it is nobody's. Not for people: it tells who works here. */
export async function staffIdOf(email: string): Promise<string> {
	return (await pbCall<{ id: string }>('POST', '/api/banmay/staff/by-email', { email })).id;
}
