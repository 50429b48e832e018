import { mediaOfNotice } from '$lib/domain/media-of-notice';
import { forgetPhoneBlobs } from '$lib/server/phone-blobs';
import { noteAct } from '$lib/server/repositories/audit';
import { noticeById, withdrawNotice } from '$lib/server/repositories/notices';
import { actOnVoice } from '$lib/server/repositories/voices';
import { tidyName } from '../../roster';
import { textOf } from '../form';
import { faulty, type Acted, type Actor } from './answer';

const MAX_WHY = 300;
type Forget = (clips: string[]) => Promise<void>;

/** Takes a recording down, with the reason: its sound and picture are deleted, and so is what was told to others. An
 * answer that she has stays hers. */
export async function takeDown(actor: Actor, forget: Forget): Promise<Acted<'takenDown'>> {
	const { staff, voice, form } = actor;
	const why = tidyName(textOf(form, 'why')).slice(0, MAX_WHY);
	if (!why) return faulty(actor, 'takeDown', 'why_missing', 'why');
	const outcome = await actOnVoice(voice.id, 'takeDown', { by: staff.id, why });
	if (outcome === 'kept') await noteAct(staff.id, 'voice.taken-down', voice.id);
	await forgetPhoneBlobs(voice.learner, [voice.blob, voice.picture].filter(Boolean));
	if (voice.shared) await takeBackNotice(staff.id, voice.shared, forget);
	return { done: 'takenDown' };
}

/** Takes back a notice in whatever version it is, and deletes what no other names. */
export async function takeBackNotice(by: string, id: string, forget: Forget): Promise<void> {
	const notice = await noticeById(id);
	if (!notice || notice.isWithdrawn) return;
	const { outcome, free } = await withdrawNotice(id, {
		...{ expected: notice.version, by },
		media: mediaOfNotice(notice.body)
	});
	if (outcome === 'stale') return takeBackNotice(by, id, forget);
	await forget(free);
	await noteAct(by, 'notice.withdrawn', id);
}
