import type { QuestionField } from '$lib/domain/voice-limits';
import { LATE_AFTER_MS } from '$lib/domain/voice-limits';
import type { Where } from '$lib/domain/voices';
import { pbCall } from '../pocketbase';
import { reachesAll, reachOf, reachQuery } from '../reach';
import type { Staff } from '../session';

/** What a woman told or asked by voice, and what was done with it since. Times are 0 where nothing has happened. */
export type HeardVoice = {
	/** That of its event. */
	id: string;
	kind: 'feedback' | 'question';
	learner: string;
	name: string;
	personPicture: string;
	groups: { id: string; name: string; place: string }[];
	blob: string;
	seconds: number;
	/** Hash of her picture, or ''. */
	picture: string;
	/** '' of what is no question. */
	field: QuestionField | '';
	where: Where | null;
	at: number;
	receivedAtMs: number;
	consent: 'unsaid' | 'yes' | 'no';
	doneAtMs: number;
	passedTo: string;
	passedToName: string;
	passedAtMs: number;
	returnedAtMs: number;
	returnedWhy: string;
	/** Id of the notice that answers it, or ''. */
	answer: string;
	answeredAtMs: number;
	answeredBy: string;
	answerClip: string;
	answerIsHeard: boolean;
	/** Id of the notice that tells it to others and stands, or ''. */
	shared: string;
	sharedBy: string;
	takenDownAtMs: number;
	takenDownWhy: string;
};
export type ReportedAnswer = {
	notice: string;
	kind: 'answer' | 'shared';
	clip: string;
	version: number;
	from: string;
	reports: number;
	atMs: number;
};
export type Voices = { voices: HeardVoice[]; reported: ReportedAnswer[]; late: number };

type Row = Omit<HeardVoice, 'consent' | 'answerIsHeard'> & { consent: number; answerIsHeard: number };
const CONSENTS = ['unsaid', 'yes', 'no'] as const;
const voiceFrom = ({ consent, answerIsHeard, ...rest }: Row): HeardVoice => ({
	...rest,
	consent: CONSENTS[consent] ?? 'unsaid',
	answerIsHeard: Boolean(answerIsHeard)
});

const withinReach = (staff: Staff) => {
	const reach = reachOf(staff);
	return reach && { ...reachQuery(reach), alone: reachesAll(staff) };
};

/** Everything that women whom she looks after told or asked, what waits first, at most two hundred. Who reaches all
 * hears also those who are in no group. */
export async function voicesFor(staff: Staff, nowMs = Date.now()): Promise<Voices> {
	const reach = withinReach(staff);
	if (!reach) return { voices: [], reported: [], late: 0 };
	type Answer = { voices: string; reported: string; late: number };
	const call = { ...reach, before: nowMs - LATE_AFTER_MS };
	const found = await pbCall<Answer>('POST', '/api/banmay/voices/list', call);
	return {
		voices: (JSON.parse(found.voices) as Row[]).map(voiceFrom),
		reported: JSON.parse(found.reported) as ReportedAnswer[],
		late: found.late
	};
}

/** How many questions of theirs have waited for more than three days. */
export async function lateQuestions(staff: Staff, nowMs = Date.now()): Promise<number> {
	const reach = withinReach(staff);
	if (!reach) return 0;
	const call = { ...reach, before: nowMs - LATE_AFTER_MS };
	return (await pbCall<{ n: number }>('POST', '/api/banmay/voices/late', call)).n;
}

/** One of them, and whether this member of staff looks after it, or was asked to answer it. */
export async function voiceById(
	staff: Staff,
	id: string
): Promise<{ voice: HeardVoice; isReached: boolean; isPassed: boolean } | null> {
	const reach = withinReach(staff) ?? { trainer: '-', places: '[]', alone: false };
	type Answer = { found: { json: string; reached: number; passed: string } | null };
	const { found } = await pbCall<Answer>('POST', '/api/banmay/voices/one', { id, ...reach });
	if (!found) return null;
	return {
		voice: voiceFrom(JSON.parse(found.json) as Row),
		isReached: Boolean(found.reached),
		isPassed: staff.role === 'expert' && found.passed === staff.id
	};
}

/** What was passed on to an expert. */
export async function questionsOf(expert: string): Promise<HeardVoice[]> {
	return (await pbCall<Row[]>('GET', `/api/banmay/experts/${expert}/questions`)).map(voiceFrom);
}

export type VoiceAct = 'done' | 'pass' | 'giveBack' | 'answer' | 'share' | 'takeDown';

/** Carries out an act when it may still be done. `stale`: somebody was faster, or she took it back. */
export async function actOnVoice(
	id: string,
	act: VoiceAct,
	values: { by: string; key?: string; why?: string }
): Promise<'kept' | 'stale'> {
	return (await pbCall<{ outcome: 'kept' | 'stale' }>('POST', `/api/banmay/voices/${id}/acts/${act}`, values))
		.outcome;
}

/** What she took back ('': what anybody did): hashes of files, and clips made of them that nothing names any more. */
export async function withdrawnOf(
	learner: string
): Promise<{ files: { learner: string; blobs: string[] }[]; clips: string[] }> {
	return pbCall('POST', '/api/banmay/voices/withdrawn', { learner });
}
