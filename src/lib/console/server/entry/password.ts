import type { ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { faultOfPassword, MIN_PASSWORD_LENGTH, tidyPassword } from '$lib/domain/password';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';

const MAX_EMAIL_LENGTH = 120;
const Email = v.pipe(v.string(), v.maxLength(MAX_EMAIL_LENGTH), v.email());

/** The sign-in name of a form in the one way in which it is kept, and whether it can be one. */
export function emailOf(form: FormData): { email: string; isFaulty: boolean } {
	const email = textOf(form, 'email').trim().toLowerCase();
	return { email, isFaulty: !v.is(Email, email) };
}

/** A new password that was typed, or what is wrong with it, said beside its field. */
export function newPasswordOf(
	form: FormData,
	email: string,
	words: Words,
	values: Record<string, string>
): { password: string; fault?: undefined } | { fault: ActionFailure<FormProblem>; password?: undefined } {
	const typed = textOf(form, 'password');
	const fault = faultOfPassword(typed, email);
	if (!fault) return { password: tidyPassword(typed) };
	return { fault: problem(words, fault, 'password', { values, params: { n: MIN_PASSWORD_LENGTH } }) };
}
