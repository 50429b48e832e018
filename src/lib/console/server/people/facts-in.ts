import * as v from 'valibot';
import { birthYearsIn, Facts } from '$lib/domain/facts';
import { readPeoples } from '$lib/server/peoples/read-peoples';
import { textOf } from '../form';

/** What stands in the fields about a woman. */
export const factFields = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		['birthYear', 'ethnicity', 'household', 'disability'].map((field) => [field, textOf(form, field).trim()])
	);

export const fieldsOfFacts = ({ birthYear, ...rest }: Facts): Record<string, string> => ({
	birthYear: birthYear === null ? '' : String(birthYear),
	...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? '']))
});

/** What a form says about a woman; an empty field is "not said". */
export async function factsIn(
	form: FormData,
	now = Date.now()
): Promise<Facts | { fault: 'birth_year_faulty' | 'fact_unknown'; field: string }> {
	const { birthYear = '', ethnicity, household, disability } = factFields(form);
	const { first, last } = birthYearsIn(new Date(now).getUTCFullYear());
	const year = Number(birthYear);
	if (birthYear && (!/^\d{4}$/.test(birthYear) || year < first || year > last))
		return { fault: 'birth_year_faulty', field: 'birthYear' };
	const said = {
		birthYear: birthYear ? year : null,
		ethnicity: ethnicity || null,
		household: household || null,
		disability: disability || null
	};
	const read = v.safeParse(Facts, said);
	if (!read.success)
		return { fault: 'fact_unknown', field: String(read.issues[0].path?.[0]?.key ?? 'ethnicity') };
	const isKnown =
		said.ethnicity === null || (await readPeoples()).some(({ code }) => code === said.ethnicity);
	return isKnown ? read.output : { fault: 'fact_unknown', field: 'ethnicity' };
}
