import { figureRules, limits } from '$lib/server/reports/rules';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ rules: figureRules(), limits });
