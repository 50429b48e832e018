import type { ActionFailure } from '@sveltejs/kit';
import type { Scam, ScamChoices } from '$lib/domain/scam';
import {
	MAX_MARK,
	MAX_MARKS,
	MAX_SCAM_SAYS,
	MAX_SCAM_TITLE,
	SCAM_KINDS,
	type ScamKind
} from '$lib/domain/scam-limits';
import { unsafeIn } from '$lib/domain/scam-safety';
import { lengthOf } from '../../roster';
import { problem, textOf, type FormProblem } from '../form';
import type { Actor } from './actor';

export type KeepPhoto = (
	bytes: Uint8Array
) => Promise<
	{ kind: 'kept'; name: string } | { kind: 'faulty'; fault: 'unreadable' | 'type' | 'small' | 'huge' }
>;
/** The most that a form's picture may weigh. */
export const MAX_PICTURE_BYTES = 5_000_000;
/** What fits on her first screen. */
const MAX_REPLIES = 4;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC');
const markNames = Array.from({ length: MAX_MARKS }, (_, n) => `mark-${n}`);

/** What was typed, so that nothing of it is lost with a problem. */
export const typedScam = (form: FormData): Record<string, string> => ({
	...Object.fromEntries(
		['kind', 'title', 'says', 'until', ...markNames].map((field) => [field, textOf(form, field)])
	),
	...Object.fromEntries(
		['right', 'wrong', 'whom'].map((field) => [field, form.getAll(field).map(String).join(' ')])
	)
});

type Read = { scam: Scam; files: string[] } | { refused: ActionFailure<FormProblem> };

/**
 * The trick that the form writes, every sentence of it looked through for what would make it a real one. A picture that
 * comes along is drawn anew; without one, that of `before` stays.
 */
export async function readScam(
	{ form, words }: Actor,
	{ choices, keepPhoto, before }: { choices: ScamChoices; keepPhoto: KeepPhoto; before?: Scam }
): Promise<Read> {
	const values = typedScam(form);
	const refuse = (code: Parameters<typeof problem>[1], field: string, params = {}): Read => ({
		refused: problem(words, code, field, { values, params })
	});
	const kind = SCAM_KINDS.find((one) => one === values.kind);
	if (!kind) return refuse('scam_kind_missing', 'kind');
	const title = tidy(textOf(form, 'title'));
	const says = tidy(textOf(form, 'says'));
	const marks = markNames.flatMap((name) => {
		const text = tidy(textOf(form, name));
		return text ? [{ name, text }] : [];
	});
	if (!title) return refuse('scam_title_missing', 'title');
	if (!says) return refuse('scam_says_missing', 'says');
	if (marks.length === 0) return refuse('scam_marks_missing', 'mark-0');
	const sentences: [string, string, number][] = [
		['title', title, MAX_SCAM_TITLE],
		['says', says, MAX_SCAM_SAYS],
		...marks.map(({ name, text }): [string, string, number] => [name, text, MAX_MARK])
	];
	for (const [field, text, n] of sentences) {
		if (lengthOf(text) > n) return refuse('text_too_long', field, { n });
		if (!/\p{L}{2}/u.test(text)) return refuse('scam_no_words', field);
		const unsafe = unsafeIn(text);
		if (unsafe) return refuse(`scam_unsafe_${unsafe.kind}`, field, { found: unsafe.found });
	}
	const chosen = chosenIn(form, kind, choices);
	if (chosen.right.length === 0) return refuse('scam_right_missing', 'right');
	if (chosen.wrong.length === 0) return refuse('scam_wrong_missing', 'wrong');
	if (chosen.first > MAX_REPLIES || chosen.then > MAX_REPLIES - 1)
		return refuse('scam_choices_many', 'wrong');
	const photo = kind === 'screenshot' ? await photoIn(form, keepPhoto, before) : null;
	if (photo?.kind === 'faulty') return refuse(photo.fault, 'photo');
	const { right, wrong } = chosen;
	const scam: Scam = {
		...{ kind, title, says, right, wrong },
		...(photo ? { photo: photo.name } : {}),
		marks: marks.map(({ text }) => ({ text, ...(photo?.isNew === false ? placeOf(text, before) : {}) }))
	};
	return { scam, files: photo ? [photo.name] : [] };
}

/** The choices that are ticked and that there are for this kind, and how many stand on each screen. */
function chosenIn(form: FormData, kind: ScamKind, choices: ScamChoices) {
	const ticked = (field: string) => new Set(form.getAll(field).map(String));
	const fits = (field: string) => (one: ScamChoices['wrong'][number]) =>
		ticked(field).has(one.id) && (one.for?.includes(kind) ?? true);
	const right = choices.right.filter(fits('right'));
	const wrong = choices.wrong.filter(fits('wrong')).map(({ id }) => id);
	const now = right.filter(({ when }) => when === 'now').length;
	const then = right.length - now;
	return {
		right: right.map(({ id }) => id),
		wrong,
		first: (now || then) + wrong.length,
		then: now ? then : 0
	};
}

type PhotoProblem =
	| 'scam_photo_missing'
	| 'scam_photo_unchecked'
	| 'scam_photo_large'
	| `scam_photo_${'unreadable' | 'type' | 'small' | 'huge'}`;

type Photo = { kind: 'kept'; name: string; isNew: boolean } | { kind: 'faulty'; fault: PhotoProblem };

async function photoIn(form: FormData, keepPhoto: KeepPhoto, before?: Scam): Promise<Photo> {
	const faulty = (fault: PhotoProblem): Photo => ({ kind: 'faulty', fault });
	const file = form.get('photo');
	if (!(file instanceof Blob) || file.size === 0)
		return before?.photo ? { kind: 'kept', name: before.photo, isNew: false } : faulty('scam_photo_missing');
	if (file.size > MAX_PICTURE_BYTES) return faulty('scam_photo_large');
	if (form.get('checked') !== 'on') return faulty('scam_photo_unchecked');
	const kept = await keepPhoto(new Uint8Array(await file.arrayBuffer()));
	return kept.kind === 'faulty'
		? faulty(`scam_photo_${kept.fault}`)
		: { kind: 'kept', name: kept.name, isNew: true };
}

/** A sign stays where it was shown as long as its words and the picture are the same. */
function placeOf(text: string, before?: Scam): Pick<Scam['marks'][number], 'at'> {
	const at = before?.marks.find((mark) => mark.text === text)?.at;
	return at ? { at } : {};
}
