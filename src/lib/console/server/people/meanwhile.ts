import type { ActionFailure } from '@sveltejs/kit';
import { staffById } from '$lib/server/repositories/staff';
import type { ConsoleKey, Words } from '../../words';
import { problem, type FormProblem } from '../form';
import { threeWay, type Fields } from './three-way';

/** How a field is called, and how its value is said; without a name it is not told (a hidden field). */
export type Said = Record<string, { called: ConsoleKey; say?: (value: string) => string }>;

/**
 * Somebody else has changed it since she opened the form. She is told who and what; in the form stand her own changes,
 * and where she made none, theirs. Nothing is written until she sends it again.
 */
export async function meanwhile(
	words: Words,
	{ was, mine, now }: { was: Fields; mine: Fields; now: Fields },
	{ version, changedBy, said }: { version: number; changedBy: string; said: Said }
): Promise<ActionFailure<FormProblem>> {
	const { fields, changed } = threeWay(was, mine, now);
	const told = changed.flatMap((name) => {
		const field = said[name];
		if (!field) return [];
		const value = now[name] ?? '';
		const shown = value === '' ? words.t('people.nothing') : (field.say?.(value) ?? value);
		return [words.t('people.changedTo', { field: words.t(field.called), value: shown })];
	});
	const who = (changedBy && (await staffById(changedBy))?.name) || words.t('people.somebody');
	return problem(words, 'changed_meanwhile', 'meanwhile', {
		params: { who, what: told.join('; ') || words.t('people.nothingElse') },
		values: { ...fields, version: String(version), was: JSON.stringify(now) },
		status: 409
	});
}
