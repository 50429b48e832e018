import type { QuestionField } from '$lib/domain/voice-limits';
import { bundledClip } from '$lib/studio/server/bundled-clip';
import { recordings } from '$lib/studio/server/recordings';
import { keepWhole } from '../phone-blobs';
import { pocketbase } from '../pocketbase';
import { keepNotice } from '../repositories/notices';
import { actOnVoice } from '../repositories/voices';
import { newPublicId } from '../secrets';
import type { Sitting } from './story';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `says`: what a bundled clip says; it stands for her voice. `answers`: the same for her trainer's. */
type Speaker = { group: number; woman: number; agoMs: number; says: string } & (
	| { kind: 'feedback'; lesson: string; card: number }
	| { kind: 'question'; field: QuestionField; answers?: string }
);

/** In the first group: one told what was unclear, one waits for an answer for too long, one has hers. */
export const SPEAKERS: Speaker[] = [
	{
		...{ group: 0, woman: 1, agoMs: 20 * HOUR_MS, kind: 'feedback', lesson: 'tien-di-dong', card: 4 },
		says: 'Trước khi đưa tiền, chị hỏi phí bao nhiêu. Thấy máy báo đủ tiền rồi mới về.'
	},
	{
		...{ group: 0, woman: 5, agoMs: 4 * DAY_MS, kind: 'question', field: 'payment' },
		says: 'Trước khi vay, hỏi năm điều. Vay bao nhiêu, lãi bao nhiêu, trả mấy lần, ngày nào, phí gì.'
	},
	{
		...{ group: 0, woman: 8, agoMs: 6 * DAY_MS, kind: 'question', field: 'selling' },
		says: 'Hỏi ba điều. Gửi hết bao nhiêu tiền, mấy ngày tới, hàng vỡ thì đền thế nào.',
		answers: 'Sàn thu phí trên mỗi đơn hàng. Chị hỏi rõ phí bao nhiêu rồi mới đặt giá bán.'
	}
];

/** What she said on an evening of hers, with the recording as if her phone had sent it. */
export async function spoken(learner: string, speaker: Speaker, nowMs: number): Promise<Sitting> {
	const { bytes, ms } = await bundledClip('vi', speaker.says);
	const blob = await keepWhole(learner, bytes, 'audio/ogg');
	const said = { blob, seconds: Math.max(1, Math.round(ms / 1000)) };
	const at = nowMs - speaker.agoMs;
	if (speaker.kind === 'question')
		return [{ kind: 'question.asked', data: { ...said, field: speaker.field }, at }];
	const { lesson, card } = speaker;
	const where = { route: `/lessons/${lesson}`, lesson, card };
	return [{ kind: 'feedback.recorded', data: { ...said, where }, at }];
}

/** After it was delivered: it came when it was said, and the trainer has answered what she has. */
export async function settleSpoken(
	learner: string,
	speaker: Speaker,
	{ trainer, nowMs }: { trainer: string; nowMs: number }
): Promise<void> {
	const voices = (await pocketbase()).collection('voices');
	const { id } = await voices.getFirstListItem(`learner = '${learner}'`);
	// The one thing that no phone can say: that it called long ago.
	await voices.update(id, { receivedAt: nowMs - speaker.agoMs });
	if (speaker.kind !== 'question' || !speaker.answers) return;
	const { bytes, ms } = await bundledClip('vi', speaker.answers);
	const clip = await recordings().put(bytes, 'ogg');
	const notice = newPublicId(15);
	await actOnVoice(id, 'answer', { by: trainer, key: notice });
	const body = { clip, ms, bytes: bytes.length, question: id, field: speaker.field };
	const targets = [{ scope: 'learner' as const, id: learner }];
	const times = { fromMs: nowMs - DAY_MS, untilMs: nowMs + 180 * DAY_MS };
	await keepNotice({ id: notice, kind: 'answer', body, targets, newcomers: true, ...times }, trainer);
}
