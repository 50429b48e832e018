import { withStallWords } from '$lib/market/share/words';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ parent }) => withStallWords(parent);
