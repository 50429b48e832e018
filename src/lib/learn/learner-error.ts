import { error } from '@sveltejs/kit';
import { masterWords } from '$lib/i18n/words';
import { NotOnPhone } from '$lib/offline/content';

/** Turns what the phone and the network do not have into an error page that says so aloud. */
export async function orLearnerError<T>(loading: Promise<T>): Promise<T> {
	try {
		return await loading;
	} catch (cause) {
		if (!(cause instanceof NotOnPhone)) throw cause;
		if (cause.code === 'lesson_unknown')
			error(404, { code: cause.code, message: masterWords['error.notFound'] });
		error(503, { code: cause.code, message: masterWords['error.notOnPhone'] });
	}
}
