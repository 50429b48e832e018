import { noteAct } from '$lib/server/repositories/audit';
import { allExperts } from '$lib/server/repositories/experts';
import { actOnVoice } from '$lib/server/repositories/voices';
import { tidyName } from '../../roster';
import { textOf } from '../form';
import { faulty, type Acted, type Actor } from './answer';

const MAX_WHY = 300;

/** Passes a question on to an expert, who hears it and nothing else about her but her first name and place. */
export async function passOn(actor: Actor): Promise<Acted<'passed'>> {
	const { staff, voice, form } = actor;
	const chosen = textOf(form, 'expert');
	const expert = (await allExperts()).find(({ id }) => id === chosen);
	if (!expert) return faulty(actor, 'pass', 'expert_missing', 'expert');
	if (voice.kind !== 'question') return faulty(actor, 'pass', 'voice_stale', 'form');
	const outcome = await actOnVoice(voice.id, 'pass', { by: staff.id, key: expert.id });
	if (outcome === 'stale') return faulty(actor, 'pass', 'voice_stale', 'form');
	await noteAct(staff.id, 'voice.passed-on', voice.id);
	return { done: 'passed' };
}

/** An expert gives a question back: it is not hers to answer, or something is wrong with it. */
export async function giveBack(actor: Actor): Promise<Acted<'gaveBack'>> {
	const { staff, voice, form } = actor;
	const why = tidyName(textOf(form, 'why')).slice(0, MAX_WHY);
	if (!why) return faulty(actor, 'giveBack', 'why_missing', 'why');
	const outcome = await actOnVoice(voice.id, 'giveBack', { by: staff.id, why });
	if (outcome === 'stale') return faulty(actor, 'giveBack', 'voice_stale', 'form');
	return { done: 'gaveBack' };
}
