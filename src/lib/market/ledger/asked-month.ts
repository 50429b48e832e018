import type { Month } from '$lib/domain/book/entry';
import { isMonth } from '$lib/domain/book/month';

/** The month in the address; this one where there is none, or none that is one. */
export function askedMonth(url: URL, now: Month): Month {
	const asked = url.searchParams.get('m') ?? '';
	return isMonth(asked) ? asked : now;
}
