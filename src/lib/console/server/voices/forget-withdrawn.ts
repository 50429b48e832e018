import { forgetPhoneBlobs } from '$lib/server/phone-blobs';
import { withdrawnOf } from '$lib/server/repositories/voices';

/** Deletes what a woman has taken back, at once when her phone says so; without her, whatever a killed server left. */
export async function forgetWithdrawn(
	forgetClips: (names: string[]) => Promise<void>,
	learner = ''
): Promise<void> {
	const { files, clips } = await withdrawnOf(learner);
	for (const { learner: hers, blobs } of files) await forgetPhoneBlobs(hers, blobs);
	await forgetClips(clips);
}
