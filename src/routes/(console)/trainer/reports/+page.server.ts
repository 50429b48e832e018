import { choicesOf } from '$lib/console/server/reports/choices';
import { openReport } from '$lib/console/server/reports/open-report';
import { seeReport } from '$lib/console/server/reports/see-report';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { periodsToChoose } from '$lib/domain/report/period';
import { errors } from '$lib/server/errors';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
	const opened = await openReport(staffOf(locals), url.searchParams);
	const { typed, today, groups } = opened;
	const form = { typed, today, periods: periodsToChoose(today), choices: await choicesOf(groups) };
	if ('problem' in opened) {
		// The form stands there again, with what was typed: an error page would throw it away.
		locals.status = errors[opened.problem][0];
		return { form, problem: opened.problem, view: null };
	}
	return { form, problem: null, view: await seeReport(opened.report, groups, wordsOf(cookies)) };
};
