import { withArea } from '$lib/i18n/words';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ parent }) => withArea('voices', parent);
