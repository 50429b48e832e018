import type { ActionFailure } from '@sveltejs/kit';
import type { NoticeTarget } from '$lib/domain/notice';
import type { Scam, ScamChoices } from '$lib/domain/scam';
import { sentencesOf } from '$lib/domain/scam-sentences';
import type { Spoken } from '$lib/domain/media';
import { noteAct } from '$lib/server/repositories/audit';
import { addScamVoices, keepScam, scamById } from '$lib/server/repositories/scams';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { readDay } from '../notices/days';
import { openScam, type Acted, type Actor } from './actor';
import { readScam, typedScam, type KeepPhoto } from './read-scam';
import { whomOfScam } from './whom';

export type ScamMaker = {
	choices: ScamChoices;
	keepPhoto: KeepPhoto;
	/** Says a sentence by the synthetic voice; undefined where there is none. */
	speak: (text: string) => Promise<Spoken | undefined>;
};

/** Writes a new trick; sent twice it is one. Nobody gets it before it is published. @returns its id */
export async function writeScam(
	actor: Actor,
	maker: ScamMaker,
	nowMs = Date.now()
): Promise<{ id: string } | Exclude<Acted<never>, { done: never }>> {
	const { staff, form, words } = actor;
	const values = typedScam(form);
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'form', { values });
	const about = await readAbout(actor, nowMs);
	if ('refused' in about) return about.refused;
	const read = await readScam(actor, maker);
	if ('refused' in read) return read.refused;
	const outcome = await keepScam({ id, body: read.scam, files: read.files, ...about }, staff.id);
	if (outcome === 'kept') {
		await noteAct(staff.id, 'scam.written', id);
		await sayMissing(id, read.scam, maker.speak);
	}
	return { id };
}

/** Changes it as it was looked at; phones get it when it is published again. */
export async function changeScam(
	actor: Actor,
	id: string,
	maker: ScamMaker,
	nowMs = Date.now()
): Promise<Acted<'changed'>> {
	const values = typedScam(actor.form);
	const opened = await openScam(actor, id, values);
	if ('refused' in opened) return opened.refused;
	const about = await readAbout(actor, nowMs);
	if ('refused' in about) return about.refused;
	const read = await readScam(actor, { ...maker, before: opened.scam.body });
	if ('refused' in read) return read.refused;
	const { staff, words } = actor;
	const changed = { id, body: read.scam, files: read.files, ...about };
	const outcome = await keepScam(changed, staff.id, opened.scam.revision);
	if (outcome !== 'kept') {
		const name = (await scamById(id))?.changedByName ?? '';
		return problem(words, 'scam_stale', 'form', { values, status: 409, params: { name } });
	}
	await noteAct(staff.id, 'scam.changed', id);
	await sayMissing(id, read.scam, maker.speak);
	return { done: 'changed' };
}

type About = { until: string; targets: NoticeTarget[] } | { refused: ActionFailure<FormProblem> };

/** Until when, and for whom. */
async function readAbout({ staff, form, words }: Actor, nowMs: number): Promise<About> {
	const values = typedScam(form);
	const until = readDay(textOf(form, 'until'), nowMs);
	if ('fault' in until) return { refused: problem(words, until.fault, 'until', { values }) };
	if (!until.day) return { refused: problem(words, 'scam_until_missing', 'until', { values }) };
	const targets = await whomOfScam(staff, form);
	if (targets.length === 0) return { refused: problem(words, 'nobody_chosen', 'whom', { values }) };
	return { until: until.day, targets };
}

/** The house says what nobody has recorded, where it can; a person's voice takes its place whenever she records one. */
async function sayMissing(id: string, scam: Scam, speak: ScamMaker['speak']): Promise<void> {
	const known = (await scamById(id))?.clips ?? {};
	const clips: Record<string, Omit<Spoken, 'text'>> = {};
	for (const sentence of sentencesOf(scam)) {
		const said = Object.hasOwn(known, sentence) ? undefined : await speak(sentence);
		if (!said) continue;
		const { clip, ms, bytes, voice } = said;
		clips[sentence] = { clip, ms, bytes, voice };
	}
	if (Object.keys(clips).length > 0) await addScamVoices(id, clips, []);
}
