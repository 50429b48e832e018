import { error } from '@sveltejs/kit';

/** Every error that the server answers: its status and a sentence that is safe to show. docs/errors.md explains
 * each to people; a test keeps the two alike. */
export const errors = {
	malformed: [400, 'The request could not be understood.'],
	period_unknown: [
		400,
		'There is no such period: a month (2026-11), a quarter (2026-Q4), a year or two days.'
	],
	period_faulty: [400, 'These are no days, or the last comes before the first.'],
	period_future: [400, 'This period has not begun yet.'],
	period_too_long: [400, 'This period is longer than five years, or than two by month.'],
	split_unknown: [400, 'A report cannot be divided like this.'],
	filter_unknown: [400, 'There is no such choice.'],
	bundle_unreadable: [400, 'This is not what a phone gives to be carried, or it is damaged.'],
	not_signed_in: [401, 'Please sign in first.'],
	wrong_password: [401, 'That e-mail and password do not belong together.'],
	not_joined: [401, 'This phone has not joined a group.'],
	device_revoked: [401, 'This phone was taken out of the group. Ask your trainer.'],
	token_unknown: [401, 'No token, or one that is not valid.'],
	forbidden: [403, 'This is for other people than you.'],
	place_unreached: [403, 'This place or group is not among those you look after.'],
	bundle_forged: [403, 'The signature does not fit.'],
	cross_origin: [403, 'This request came from another site.'],
	scope_missing: [403, 'This token may not read this.'],
	not_found: [404, 'There is nothing at this address.'],
	join_unknown: [404, 'No card has this code.'],
	invite_unknown: [404, 'No invitation has this link.'],
	member_unknown: [404, 'Nobody who works here has this sign-in name.'],
	lesson_unknown: [404, 'There is no such lesson.'],
	practice_unknown: [404, 'There is no such practice.'],
	course_unknown: [404, 'There is no such course or module.'],
	badge_unknown: [404, 'There is no such badge.'],
	stall_unknown: [404, 'There is no such stall.'],
	media_unknown: [404, 'There is no such picture or clip.'],
	key_unknown: [404, 'Nobody knows this phone, or not with this key.'],
	method_not_allowed: [405, 'This address does not do that.'],
	bundle_early: [409, 'What came before it is not here. The phone itself must send it.'],
	device_forked: [409, 'Another phone already uses this number. Take a new one.'],
	join_revoked: [410, 'This card is no longer valid. Ask your trainer for a new one.'],
	invite_used: [410, 'This invitation was used already.'],
	invite_withdrawn: [410, 'This invitation was withdrawn.'],
	invite_expired: [410, 'This invitation has run out.'],
	too_large: [413, 'That is more than fits into one request.'],
	blobs_full: [413, 'There is no room for more recordings and pictures of this woman.'],
	blob_type: [415, 'Only recordings and pictures are taken.'],
	blob_damaged: [422, 'What came is not what was sent. Please send it again.'],
	import_faulty: [422, 'The lessons have faults, and nothing was changed.'],
	too_many_tries: [429, 'Too many tries. Please wait a little.'],
	internal: [500, 'Something went wrong on our side.'],
	sound_needs_ffmpeg: [
		503,
		'This server cannot make sound files yet: install ffmpeg on it ("apt install ffmpeg") and try again.'
	],
	sound_busy: [503, 'Sound files are being made for others. Try again in a moment.'],
	not_ready: [503, 'The server is just waking up. Try again in a moment.']
} as const satisfies Record<string, readonly [status: number, message: string]>;
export type ErrorCode = keyof typeof errors;

/** The answer of an endpoint: `{code, message}` and nothing else. */
export function refuse(code: ErrorCode, headers: Record<string, string> = {}): Response {
	const [status, message] = errors[code];
	return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

/** The same for pages and for deep inside: throws what SvelteKit turns into its error page or into JSON. */
export function giveUp(code: ErrorCode): never {
	const [status, message] = errors[code];
	error(status, { code, message });
}
