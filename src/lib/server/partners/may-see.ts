import { isInReach, reachOf } from '../reach';
import type { Partner, PartnerReader } from '../repositories/partners';
import type { Staff } from '../session';

type Seen = Pick<Partner, 'state' | 'enteredBy' | 'province' | 'commune'>;

/** A manager looks after partners as after groups: everywhere, or those in her places. Nobody else looks after any. */
export function mayLookAfter(staff: Staff, { province, commune }: Seen): boolean {
	const reach = reachOf(staff);
	return staff.role === 'manager' && reach !== null && isInReach(reach, { trainers: [], province, commune });
}

/** Who is verified is seen by all who look after groups, others by who looks after them and who entered them.
 * pb_hooks/lib/partner-sql.js is the same rule. */
export function maySee(staff: Staff, partner: Seen): boolean {
	if (reachOf(staff) === null) return false;
	return partner.state === 'verified' || partner.enteredBy === staff.id || mayLookAfter(staff, partner);
}

/** Who looks after it changes it; who entered it, until it is checked. */
export const mayChange = (staff: Staff, partner: Seen): boolean =>
	mayLookAfter(staff, partner) || (partner.enteredBy === staff.id && partner.state === 'unverified');

export const readerOf = ({ id, role, places }: Staff): PartnerReader => ({
	reader: id,
	trainer: role === 'trainer' ? id : '',
	places: role === 'trainer' ? [] : places
});
