import { AUDIT_KINDS } from '$lib/console/server/audit/kinds';
import { askedFrom, seeAudit } from '$lib/console/server/audit/see-audit';
import { staffOf } from '$lib/console/server/staff-of';
import { membersInReach } from '$lib/console/server/staff/in-reach';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const staff = staffOf(locals);
	const asked = askedFrom(url.searchParams);
	const [seen, members] = await Promise.all([seeAudit(staff, asked), membersInReach(staff)]);
	const { before, ...filter } = asked;
	const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
	return {
		...seen,
		filter,
		query,
		isFirst: before === null,
		kinds: AUDIT_KINDS,
		members: members.map(({ id, name }) => ({ id, name }))
	};
};
