import { staffOf } from '$lib/console/server/staff-of';
import { dateInVietnam } from '$lib/server/interop/month';
import { askedFrom, readReport } from '$lib/server/reports/read-report';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = askedFrom(url.searchParams, dateInVietnam(Date.now()));
	return {
		asked,
		table: await readReport(staffOf(locals), asked),
		query: new URLSearchParams(asked).toString()
	};
};
