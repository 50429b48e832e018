import { inLanguage } from '$lib/domain/language';
import { lessonsOf } from '$lib/domain/lessons-of';
import type { Catalog } from '$lib/domain/course';
import { LATE_AFTER_MS } from '$lib/domain/voice-limits';
import type { Where } from '$lib/domain/voices';
import { howMuchIsHere } from '$lib/server/phone-blobs';
import type { HeardVoice } from '$lib/server/repositories/voices';
import { newPublicId } from '$lib/server/secrets';
import type { ListedVoice } from '../../voices/listed';
import type { Words } from '../../words';

type Around = { catalog: Pick<Catalog, 'courses'>; words: Words; nowMs: number };

/** A voice as the page of those who look after her lists it. */
export async function listedFrom(voice: HeardVoice, around: Around): Promise<ListedVoice> {
	const here = await howMuchIsHere(voice.learner, [voice.blob]);
	const [group] = voice.groups;
	return {
		...common(voice, around.nowMs),
		name: voice.name,
		woman: { id: voice.learner, picture: voice.personPicture },
		group: group ? [group.name, group.place].filter(Boolean).join(', ') : '',
		isHere: here.get(voice.blob) === 'whole',
		where: voice.where && whereFrom(voice.where, around)
	};
}

/** The same for an expert: her first name and where her group is, and nothing else about her. */
export async function listedForExpert(voice: HeardVoice, nowMs: number): Promise<ListedVoice> {
	const here = await howMuchIsHere(voice.learner, [voice.blob]);
	return {
		...common(voice, nowMs),
		// Vietnamese names end with the one that people are called by.
		name: voice.name.trim().split(/\s+/).at(-1) ?? '',
		woman: null,
		group: voice.groups[0]?.place ?? '',
		isHere: here.get(voice.blob) === 'whole',
		where: null,
		returnedWhy: '',
		consent: 'unsaid',
		shared: ''
	};
}

function common(voice: HeardVoice, nowMs: number) {
	const { id, kind, seconds, field, receivedAtMs, consent, shared, takenDownWhy, returnedWhy } = voice;
	const state = stateOf(voice);
	const isOpen = state === 'waiting' || state === 'passed';
	return {
		key: newPublicId(15),
		...{ id, kind, seconds, field, receivedAtMs, consent, shared, takenDownWhy, returnedWhy, state },
		hasPicture: voice.picture !== '',
		// A clock that runs ahead is no prophet.
		saidAtMs: Math.min(voice.at, receivedAtMs),
		isLate: kind === 'question' && isOpen && receivedAtMs < nowMs - LATE_AFTER_MS,
		passedTo: voice.passedToName,
		answer: voice.answeredAtMs
			? {
					clip: voice.answerClip,
					by: voice.answeredBy,
					atMs: voice.answeredAtMs,
					isHeard: voice.answerIsHeard
				}
			: null
	};
}

function stateOf(voice: HeardVoice): ListedVoice['state'] {
	if (voice.takenDownAtMs) return 'taken_down';
	if (voice.answeredAtMs) return 'answered';
	if (voice.doneAtMs) return 'done';
	return voice.passedTo ? 'passed' : 'waiting';
}

/** "Card 3 of Bật máy", and the lesson to look at; a lesson that is no longer taught by its old name. */
function whereFrom({ route, lesson, card, question }: Where, { catalog, words }: Around) {
	const found = lesson && catalog.courses.flatMap(lessonsOf).find(({ slug }) => slug === lesson);
	const title = found ? inLanguage(found.title, words.language).text : (lesson ?? route);
	const part = card
		? words.t('voices.atCard', { n: card, title })
		: question
			? words.t('voices.atQuestion', { n: question, title })
			: title;
	return { text: part, href: found ? `/lessons/${found.slug}` : route };
}
