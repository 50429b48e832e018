import { cardPepper } from '../pepper';
import { pbCall, pocketbase } from '../pocketbase';
import { hashOfOnce, newSecret } from '../secrets';
import type { StaffRole } from '../session';

/** What somebody is invited to. `places`: codes of provinces and communes; `groups`: ids. */
export type Invited = {
	name: string;
	role: Exclude<StaffRole, 'owner'>;
	places: string[];
	groups: string[];
	/** Id of the manager; '' for the machine's owner. */
	invitedBy: string;
};
export type Invitation = Invited & { id: string; expiresAtMs: number };
export type OpenInvitation = Invitation & { madeAtMs: number };
export type InvitationFault = 'unknown' | 'used' | 'withdrawn' | 'expired';

/** A link sent on Friday is opened after the weekend; a forgotten one is no door for ever. */
const OPEN_MS = 7 * 24 * 3600_000;

/** @returns its id, and what stands after the # of the link: the only moment in which that exists in plain text */
export async function invite(invited: Invited, now = Date.now()): Promise<{ id: string; secret: string }> {
	const secret = newSecret();
	const row = {
		...invited,
		secretHash: hashOfOnce('invite', secret, cardPepper()),
		madeAtMs: now,
		expiresAtMs: now + OPEN_MS
	};
	const { id } = await (await pocketbase()).collection('invitations').create<{ id: string }>(row);
	return { id, secret };
}

export async function lookAtInvitation(
	secret: string,
	now = Date.now()
): Promise<Invitation | InvitationFault> {
	const { outcome, invitation } = await pbCall<{
		outcome: InvitationFault | 'open';
		invitation?: Invitation;
	}>('POST', '/api/banmay/invitations/look', { hash: hashOfOnce('invite', secret, cardPepper()), now });
	return outcome === 'open' ? (invitation as Invitation) : outcome;
}

/** Makes her a member of staff, in one transaction with the end of the invitation. */
export async function acceptInvitation(
	secret: string,
	member: { name: string; email: string; password: string },
	now = Date.now()
): Promise<{ staff: string } | InvitationFault | 'email_taken'> {
	const { outcome, staff } = await pbCall<{
		outcome: InvitationFault | 'email_taken' | 'accepted';
		staff?: string;
	}>('POST', '/api/banmay/invitations/accept', {
		hash: hashOfOnce('invite', secret, cardPepper()),
		...member,
		now
	});
	return outcome === 'accepted' ? { staff: staff as string } : outcome;
}

/** Those that still open something, the newest first. */
export async function openInvitations(now = Date.now()): Promise<OpenInvitation[]> {
	const pb = await pocketbase();
	const filter = pb.filter('usedAtMs = 0 && withdrawnAtMs = 0 && expiresAtMs > {:now}', { now });
	const rows = await pb
		.collection('invitations')
		.getFullList<OpenInvitation>({ filter, sort: '-madeAtMs', fields: FIELDS });
	return rows.map((row) => ({ ...row, places: row.places ?? [], groups: row.groups ?? [] }));
}
const FIELDS = 'id,name,role,places,groups,invitedBy,madeAtMs,expiresAtMs';

export async function withdrawInvitation(id: string, now = Date.now()): Promise<void> {
	await (await pocketbase()).collection('invitations').update(id, { withdrawnAtMs: now });
}
