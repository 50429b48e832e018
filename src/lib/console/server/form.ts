import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Params } from '$lib/i18n/fill';
import type { ConsoleKey, Words } from '../words';
import { lengthOf, tidyName } from '../roster';

type ProblemCode = Extract<ConsoleKey, `problem.${string}`> extends `problem.${infer Code}` ? Code : never;

/** Trouble with one field of a form, in words that are shown beside it. What she typed comes back in `values`. */
export type FormProblem = {
	code: ProblemCode;
	message: string;
	field: string;
	values: Record<string, string>;
};

/** Names joined into a message are cut: sixty long ones are no sentence. */
const NAMES_SHOWN = 8;

export function problem(
	words: Words,
	code: ProblemCode,
	field: string,
	{
		params,
		values = {},
		status = 400
	}: { params?: Params; values?: Record<string, string>; status?: number } = {}
): ActionFailure<FormProblem> {
	return fail(status, { code, message: words.t(`problem.${code}`, params), field, values });
}

/** What was typed into a field; "" when it is missing or a file. */
export function textOf(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value : '';
}

/** A name typed into one line, or why it cannot be taken. */
export function nameOf(form: FormData, field: string, max: number): { name: string; tooLong: boolean } {
	const name = tidyName(textOf(form, field));
	return { name, tooLong: lengthOf(name) > max };
}

export function listed(names: string[]): string {
	const shown = names.slice(0, NAMES_SHOWN).join(', ');
	return names.length > NAMES_SHOWN ? `${shown} … (${names.length})` : shown;
}

/** The key that a form brings along so that it is carried out once: an id that the server made for the page. */
export const keyOf = (form: FormData): string | null => {
	const key = textOf(form, 'key');
	return /^[a-z0-9]{15}$/.test(key) ? key : null;
};
