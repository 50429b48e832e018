import type { Days } from '$lib/domain/report/period';
import type { Words } from '../words';

/** "2026-Q4" as people say it; what is no period, as it is. */
export function sayPeriod(code: string, words: Words): string {
	const [, year, part] = /^(20\d\d)(?:-(Q?\d{1,2}))?$/.exec(code) ?? [];
	if (!year) return code;
	if (!part) return words.t('reports.period.year', { year });
	return part.startsWith('Q')
		? words.t('reports.period.quarter', { n: part.slice(1), year })
		: words.t('reports.period.month', { n: part, year });
}

const day = (text: string) => text.split('-').reverse().join('/');
export const sayDays = ({ from, to }: Days): { from: string; to: string } => ({
	from: day(from),
	to: day(to)
});
