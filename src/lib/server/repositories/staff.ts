import PocketBase, { ClientResponseError } from 'pocketbase';
import { env } from '../env';
import { pocketbase } from '../pocketbase';
import type { StaffRole } from '../session';

export type StaffMember = {
	id: string;
	name: string;
	email: string;
	picture: string;
	role: StaffRole;
	active: boolean;
};

/** Checks e-mail and password; null when they do not belong together or the member was put out of work. */
export async function checkPassword(email: string, password: string): Promise<StaffMember | null> {
	// A client of its own: the shared one must stay signed in as the services account.
	const pb = new PocketBase(env.pocketbase.url).autoCancellation(false);
	try {
		const { record } = await pb.collection('staff').authWithPassword<StaffMember>(email, password);
		return record.active ? memberFrom(record) : null;
	} catch (cause) {
		if (cause instanceof ClientResponseError && (cause.status === 400 || cause.status === 403)) return null;
		throw cause;
	}
}

export async function staffById(id: string): Promise<StaffMember | null> {
	try {
		return memberFrom(await (await pocketbase()).collection('staff').getOne<StaffMember>(id));
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** Everyone who works here, by name. */
export async function allStaff(): Promise<StaffMember[]> {
	const rows = await (await pocketbase()).collection('staff').getFullList<StaffMember>();
	return rows.map(memberFrom).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export async function createStaff(
	member: Omit<StaffMember, 'id' | 'active'> & { password: string }
): Promise<StaffMember> {
	const { password, ...values } = member;
	const row = {
		...values,
		password,
		passwordConfirm: password,
		active: true,
		emailVisibility: false,
		verified: true
	};
	return memberFrom(await (await pocketbase()).collection('staff').create<StaffMember>(row));
}

const memberFrom = ({ id, name, email, picture, role, active }: StaffMember): StaffMember => ({
	id,
	name,
	email,
	picture,
	role,
	active
});
