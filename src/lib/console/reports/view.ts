import type { Figure, Section } from '$lib/domain/report/figures';
import type { Days, Period } from '$lib/domain/report/period';
import type { Split } from '$lib/domain/report/split';

/** A figure for who may see these women. What may not leave the console (paper, files) is hidden there. */
export type Seen = {
	value: number;
	of: number;
	isHidden: boolean;
	/** Null: there is nothing to lay beside it (a month among months). */
	before: { value: number; of: number; isHidden: boolean } | null;
};
export type SeenCells = Record<Figure, Seen>;
/** `name` in the reader's language. */
export type SeenLine = { key: string; name: string; cells: SeenCells };

export type ReportView = {
	period: Period;
	before: Days;
	by: Split;
	/** Only some women are counted: what these are, in words. */
	only: string[];
	sections: readonly { name: Section; figures: readonly Figure[] }[];
	lines: SeenLine[];
	/** Lines that the page leaves out; files have them. */
	more: number;
	total: SeenCells;
	/** When it was counted: large reports are kept for a while. */
	atMs: number;
	/** The address of the same report, without its "?". */
	query: string;
};

export type Option = { value: string; name: string };
export type Choices = Record<'place' | 'group' | 'ethnicity', Option[]>;
