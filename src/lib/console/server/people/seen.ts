import { textOf } from '../form';
import type { Fields } from './three-way';

/** What a form was filled with when she opened it, as it comes back with it: with it one can tell what she changed. */
export function seenIn(form: FormData): { version: number; was: Fields } | null {
	const version = Number(textOf(form, 'version'));
	const was = fieldsFrom(textOf(form, 'was'));
	return Number.isSafeInteger(version) && textOf(form, 'version') !== '' && was ? { version, was } : null;
}

function fieldsFrom(text: string): Fields | null {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
		return Object.values(value).every((field) => typeof field === 'string') ? (value as Fields) : null;
	} catch {
		return null;
	}
}
