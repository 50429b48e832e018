import { bookWords } from '$lib/market/ledger/book-words';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => ({ areas: await bookWords((await parent()).language) });
