import { randomInt } from 'node:crypto';
import { createGroup, type Group } from '$lib/server/repositories/groups';
import { addLearners, issueCard, type Card, type Learner } from '$lib/server/repositories/learners';
import { createStaff, type StaffMember } from '$lib/server/repositories/staff';
import type { Staff, StaffRole } from '$lib/server/session';
import { Browser } from './browser';
import './house';

export const PASSWORD = 'hoa-ngo-ca-chim-9';

export type Woman = Learner & { card: Card };
export type Village = { group: Group; trainer: StaffMember; women: Woman[] };

/** As a request of hers is known. */
export const asStaff = ({ id, role, name, places }: StaffMember): Staff => ({
	...{ kind: 'staff', id, role, name, places }
});

export async function newStaff(role: StaffRole, places: string[] = []): Promise<StaffMember> {
	const email = `${role}-${randomInt(1_000_000_000)}@example.test`;
	return createStaff({ name: `Cô ${role}`, email, picture: 'rooster', role, places, password: PASSWORD });
}

/** A group with a trainer of its own and women who each hold a card. */
export async function newVillage(size = 1): Promise<Village> {
	const trainer = await newStaff('trainer');
	// No two villages share a name: tests look for names that must not be told.
	const mark = randomInt(1_000_000_000);
	const group = await createGroup(
		{ name: `Nhóm Nà Chang ${mark}`, place: 'Xuân Dương', trainers: [trainer.id] },
		trainer.id
	);
	const names = Array.from({ length: size }, (_, n) => ({
		name: `Lò Thị Mẩy ${mark} ${n + 1}`,
		picture: 'sunflower'
	}));
	const learners = await addLearners(group.id, names, trainer.id);
	const women = [];
	for (const learner of learners) women.push({ ...learner, card: await issueCard(learner.id) });
	return { group, trainer, women };
}

/** A browser in which this member of staff has signed in on the page. */
export async function signedIn(email: string, password = PASSWORD): Promise<Browser> {
	const browser = new Browser();
	const response = await browser.submit('/sign-in?/signIn', { email, password });
	if (response.status !== 303)
		throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
	return browser;
}
