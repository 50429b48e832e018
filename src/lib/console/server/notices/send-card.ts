import type { ActionFailure } from '@sveltejs/kit';
import type { BodyOf } from '$lib/domain/notice';
import { MAX_CARD_TEXT, MAX_CARD_TITLE } from '$lib/domain/notices/card';
import { CARD_SCENES, type CardScene } from '$lib/domain/notices/card-scenes';
import type { Spoken } from '$lib/domain/media';
import { lengthOf } from '../../roster';
import { problem, textOf, type FormProblem } from '../form';
import { endOf, readDay } from './days';
import { sendNotice, typed, type Sender, type Sent } from './send';
import { recordingIn, type KeepVoice } from './send-voice';

export type CardMaker = {
	keepVoice: KeepVoice;
	/** Says a text by the synthetic voice; undefined where there is none. */
	speak: (text: string) => Promise<Spoken | undefined>;
	draw: (scene: CardScene) => Promise<string>;
};

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC');
const isScene = (name: string): name is CardScene => (CARD_SCENES as readonly string[]).includes(name);

/** A warning or news, with a picture and a voice: her own when she recorded one, else the synthetic one. */
export async function sendCard(sender: Sender, maker: CardMaker, nowMs = Date.now()): Promise<Sent<'sent'>> {
	const { form, words } = sender;
	const values = typed(form, 'card');
	const title = tidy(textOf(form, 'title'));
	const text = tidy(textOf(form, 'text'));
	const scene = textOf(form, 'scene');
	if (!title) return problem(words, 'card_title_missing', 'title', { values });
	const longest: [string, string, number][] = [
		['title', title, MAX_CARD_TITLE],
		['text', text, MAX_CARD_TEXT]
	];
	for (const [field, said, n] of longest)
		if (lengthOf(said) > n) return problem(words, 'text_too_long', field, { values, params: { n } });
	if (!isScene(scene)) return problem(words, 'card_scene_missing', 'scene', { values });
	const until = readDay(textOf(form, 'until'), nowMs);
	if ('fault' in until) return problem(words, until.fault, 'until', { values });
	if (!until.day) return problem(words, 'card_until_missing', 'until', { values });
	const tone = textOf(form, 'tone') === 'news' ? 'news' : 'warning';
	const whole = text ? `${title.replace(/[.!?…]$/, '')}. ${text}` : title;
	const make = async (): Promise<BodyOf<'card'> | ActionFailure<FormProblem>> => {
		const spoken = await voiceOf(sender, whole, maker);
		if (!spoken) return problem(words, 'card_mute', 'audio', { values });
		return 'status' in spoken ? spoken : { tone, title, picture: await maker.draw(scene), spoken };
	};
	return sendNotice(sender, 'card', make, endOf(until.day));
}

async function voiceOf(
	sender: Sender,
	text: string,
	{ keepVoice, speak }: CardMaker
): Promise<Spoken | ActionFailure<FormProblem> | undefined> {
	const audio = sender.form.get('audio');
	if (!(audio instanceof Blob) || audio.size === 0) return speak(text);
	const kept = await recordingIn(sender, 'card', keepVoice);
	return 'status' in kept ? kept : { text, ...kept, voice: 'person' };
}
