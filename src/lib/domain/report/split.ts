import { UNKNOWN } from './figures';

/** What a report can be broken down by. */
export const PLACE_SPLITS = ['province', 'place', 'group'] as const;
export const FACT_SPLITS = ['ethnicity', 'age', 'household', 'disability'] as const;
export const SPLITS = [...PLACE_SPLITS, ...FACT_SPLITS, 'month'] as const;
export type FactSplit = (typeof FACT_SPLITS)[number];
export type Split = (typeof SPLITS)[number];
export const isFact = (split: Split): split is FactSplit => FACT_SPLITS.some((fact) => fact === split);

/** Both years included (shared notes, ux.md, E). */
const BANDS = { 'under-16': 15, '16-24': 24, '25-35': 35, '36-45': 45, '46-60': 60 } as const;
const OLDEST = 'over-60';
export const AGE_BANDS = [...(Object.keys(BANDS) as (keyof typeof BANDS)[]), OLDEST] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** How old she becomes in that year; nobody is asked for a birthday. */
export function ageBand(birthYear: number, year: number): AgeBand {
	const age = year - birthYear;
	return (Object.keys(BANDS) as (keyof typeof BANDS)[]).find((band) => age <= BANDS[band]) ?? OLDEST;
}

/** As she is stored: 0 and '' are "not said". */
export type FactsRow = readonly [
	learner: string,
	birthYear: number,
	ethnicity: string,
	household: string,
	disability: string
];
const said = (value: string) => (value === 'unknown' ? UNKNOWN : value);

/** Who would rather not say, and who was never asked, are both unknown. `year`: that of the period's end. */
export function factKey(split: FactSplit, row: FactsRow | undefined, year: number): string {
	const [, birthYear = 0, ethnicity = '', household = '', disability = ''] = row ?? [];
	if (split === 'age') return birthYear ? ageBand(birthYear, year) : UNKNOWN;
	return { ethnicity, household: said(household), disability: said(disability) }[split];
}
