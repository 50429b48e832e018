import { giveUp } from '$lib/server/errors';
import { maySee } from '$lib/server/partners/may-see';
import { partnerById, type Alike, type Partner, type PartnerReport } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';

/** A partner that this member of staff may see. */
export async function openPartner(
	staff: Staff,
	id: string
): Promise<{ partner: Partner; alike: Alike[]; reports: PartnerReport[] }> {
	const found = /^[a-z0-9]{15}$/.test(id) ? await partnerById(id) : null;
	if (!found?.partner) giveUp('not_found');
	if (!maySee(staff, found.partner)) giveUp('forbidden');
	return { ...found, partner: found.partner };
}
