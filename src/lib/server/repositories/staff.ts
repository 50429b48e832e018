import PocketBase, { ClientResponseError } from 'pocketbase';
import { env } from '../env';
import { pbCall, pocketbase } from '../pocketbase';
import type { StaffRole } from '../session';

export type StaffMember = {
	id: string;
	name: string;
	email: string;
	picture: string;
	role: StaffRole;
	active: boolean;
	/** Codes of provinces and communes (places/code.ts); none: of the whole programme. */
	places: string[];
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
	member: Omit<StaffMember, 'id' | 'active' | 'places'> & { password: string; places?: string[] }
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

/** `last`: nobody would be left who looks after the whole programme. Who stops working here is signed out by it. */
export async function changeStaff(
	id: string,
	values: Partial<Pick<StaffMember, 'role' | 'places' | 'active'>>
): Promise<'kept' | 'gone' | 'last'> {
	const path = `/api/banmay/staff/${id}/change`;
	return (await pbCall<{ outcome: 'kept' | 'gone' | 'last' }>('POST', path, { values })).outcome;
}

const memberFrom = (row: Omit<StaffMember, 'places'> & { places: string[] | null }): StaffMember => {
	const { id, name, email, picture, role, active } = row;
	return { id, name, email, picture, role, active, places: row.places ?? [] };
};
