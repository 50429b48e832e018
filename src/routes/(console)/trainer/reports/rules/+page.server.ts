import { FIRST_PLAUSIBLE_MS } from '$lib/server/interop/clamp';
import { dateInVietnam } from '$lib/server/interop/month';
import { SMALLEST_SHOWN } from '$lib/domain/report/hide-small';
import { SECTION_NAMES, SECTIONS } from '$lib/domain/report/figures';
import { ruleStatements } from '$lib/server/repositories/report-figures';
import type { PageServerLoad } from './$types';

/** Each figure with the very statement that counts it, so that the page cannot say other than what is done. */
export const load: PageServerLoad = async () => {
	const statements = await ruleStatements();
	return {
		sections: SECTION_NAMES.map((name) => ({
			name,
			rules: SECTIONS[name].map((figure) => ({ figure, statement: statements[figure] }))
		})),
		smallestShown: SMALLEST_SHOWN,
		firstPlausible: dateInVietnam(FIRST_PLAUSIBLE_MS)
	};
};
