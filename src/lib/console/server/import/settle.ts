import { isColumn, type Column } from '../../import/columns';
import type { Staff } from '$lib/server/session';
import { textOf } from '../form';
import { changeDraft, type Draft } from './drafts';
import { isChoice, type Choice } from './plan';

/** Which column means what, the group of rows that name none, and where new groups are. Each column is meant once. */
export async function settleColumns(staff: Staff, draft: Draft, form: FormData): Promise<void> {
	const taken = new Set<Column>();
	const columns = draft.columns.map((had, at) => {
		const said = textOf(form, `column-${at}`);
		const column = had === 'kind' && !form.has(`column-${at}`) ? had : isColumn(said) ? said : '';
		if (!column || taken.has(column)) return '';
		taken.add(column);
		return column;
	});
	const place = textOf(form, 'place');
	await changeDraft(draft, {
		...{ columns, group: textOf(form, 'group').slice(0, 15), note: '' },
		place: staff.places.includes(place) ? place : ''
	});
}

/** What a person said of rows that may be somebody who is there, and of faulty ones. */
export async function settleDoubts(draft: Draft, form: FormData): Promise<void> {
	const choices: Record<string, Choice> = { ...draft.choices };
	for (const [field, value] of form) {
		const line = /^row-(\d{1,7})$/.exec(field)?.[1];
		if (line && typeof value === 'string' && isChoice(value)) choices[line] = value;
	}
	const usual = textOf(form, 'usual');
	await changeDraft(draft, {
		choices,
		usual: usual === 'new' || usual === 'skip' || usual === 'same' ? usual : draft.usual,
		note: ''
	});
}

/** What words of places mean: a code of those that were offered, or nothing more than the words. */
export async function settlePlaces(draft: Draft, form: FormData): Promise<void> {
	const meant = { ...draft.meant };
	for (const [field, words] of form) {
		const at = /^words-(\d{1,3})$/.exec(field)?.[1];
		const code = at ? textOf(form, `meant-${at}`) : '';
		if (typeof words === 'string' && /^(none|\d{2}|\d{5})$/.test(code)) meant[words.slice(0, 200)] = code;
	}
	const usual = textOf(form, 'usual') === 'none' ? 'none' : draft.meantUsual;
	await changeDraft(draft, { meant, meantUsual: usual, note: '' });
}

export const settleFaults = (draft: Draft, form: FormData): Promise<void> =>
	changeDraft(draft, { leaveFaulty: textOf(form, 'leaveFaulty') === 'on', note: '' });
