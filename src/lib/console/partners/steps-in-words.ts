import type { Introduction } from '$lib/domain/partner-seen';
import type { Words } from '../words';

/** "24/11/2026": a day as it was noted, not a moment. */
export const dayInWords = (day: string, { language }: Words): string =>
	new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: 'UTC' });

/** "Mẩy, nhóm Nà Chang" or "nhóm Nà Chang". */
export const whoInWords = (
	{ whoKind, whoName, groupName }: Pick<Introduction, 'whoKind' | 'whoName' | 'groupName'>,
	words: Words
): string =>
	whoKind === 'learner'
		? words.t('partners.ofGroup', { name: whoName, group: groupName })
		: words.t('partners.theGroup', { group: whoName });
