import type { Spoken } from '$lib/domain/media';
import type { Voice } from '$lib/voice/voice.svelte';

/** Says a notice. What would not play was not heard: she is told so, and hears it again. */
export async function hear(voice: Voice, id: string, spoken: Spoken, onheard: () => void): Promise<void> {
	if (voice.speaking === id) return voice.stop();
	const end = await voice.say(spoken, { id });
	if (end === 'ended') onheard();
	if (end === 'missing') await voice.sayMessage('notices.notHere');
}
