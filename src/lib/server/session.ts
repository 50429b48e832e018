import type { RequestEvent } from '@sveltejs/kit';
import { Lucia, TimeSpan } from 'lucia';
import { RecentPhones } from './recent-phones';
import { deviceById, markRevoked } from './repositories/devices';
import { hashOfCookie } from './secrets';
import { browserOf } from './browser-of';
import { SessionStore } from './session-store';

// Lucia stands behind this file: nothing else knows its name.
declare module 'lucia' {
	interface Register {
		Lucia: typeof staffSessions;
		DatabaseSessionAttributes: { device: string; browser: string };
		DatabaseUserAttributes: { name: string; role: string; places: string[] };
	}
}

export type StaffRole = 'trainer' | 'manager' | 'expert' | 'owner';
export type Guest = { kind: 'guest' };
/** `session` is the stored hash of the phone's cookie. */
export type Learner = { kind: 'learner'; learner: string; device: string; session: string };
/** `places`: codes of the provinces and communes whose groups a manager looks after; none: of the whole programme. */
export type Staff = { kind: 'staff'; id: string; role: StaffRole; name: string; places: string[] };
export type Principal = Guest | Learner | Staff;

/** Where cookies are read and set; a RequestEvent is one. */
type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

const STAFF_COOKIE = 'bm_staff';
const cookieOf = (device: string) => `bm_${device}`;

/** A trainer's phone is often shared with her family: a month unused, and it asks again. */
const STAFF_STAYS = new TimeSpan(30, 'd');
/** A learner never signs in twice. 400 days is the longest that browsers keep a cookie; each use renews it. */
const LEARNER_STAYS = new TimeSpan(400, 'd');

const attributes = {
	getSessionAttributes: ({ device, browser }: { device: string; browser: string }) => ({ device, browser }),
	getUserAttributes: ({ name, role, places }: { name: string; role: string; places: string[] }) => ({
		...{ name, role, places }
	})
};
const staffSessions = new Lucia(new SessionStore('staff'), { sessionExpiresIn: STAFF_STAYS, ...attributes });
const learnerSessions = new Lucia(new SessionStore('learner'), {
	sessionExpiresIn: LEARNER_STAYS,
	...attributes
});

/** Signs a member of staff in on this browser. */
export async function createStaffSession(
	visit: Visit & Pick<RequestEvent, 'request'>,
	staff: string
): Promise<void> {
	const browser = browserOf(visit.request.headers.get('user-agent') ?? '');
	const session = await staffSessions.createSession(staff, { device: '', browser });
	setStaffCookie(visit, session.id);
}

/** Opens the learner's session of one device (one profile on one phone); the device must be registered. */
export async function createDeviceSession(visit: Visit, learner: string, device: string): Promise<void> {
	const session = await learnerSessions.createSession(learner, { device, browser: '' });
	setDeviceCookie(visit, device, session.id);
}

/** The staff member of this request, or a guest. Learners are asked for by device: `learnerOf`. */
export async function principalOf(visit: Visit): Promise<Staff | Guest> {
	const value = visit.cookies.get(STAFF_COOKIE);
	if (!value) return { kind: 'guest' };
	const { session, user } = await staffSessions.validateSession(value);
	if (!session) {
		visit.cookies.delete(STAFF_COOKIE, { path: '/' });
		return { kind: 'guest' };
	}
	if (session.fresh) setStaffCookie(visit, value);
	const { id, role, name, places } = user;
	return { kind: 'staff', id, role: role as StaffRole, name, places };
}

/** Who a phone is when it says it is `device`: its learner, or why it is none. */
export async function learnerOf(
	visit: Visit,
	device: string
): Promise<Learner | { kind: 'not_joined' } | { kind: 'device_revoked' }> {
	const value = visit.cookies.get(cookieOf(device));
	if (!value) return whyNot(device);
	const { session, user } = await learnerSessions.validateSession(value);
	if (!session || session.device !== device) return whyNot(device);
	if (session.fresh) setDeviceCookie(visit, device, value);
	return { kind: 'learner', learner: user.id, device, session: hashOfCookie(value) };
}

const recentPhones = new RecentPhones();

/**
 * Like `learnerOf`, without a look for a phone that was looked for a little while ago. Only for work whose
 * transaction asks for the session itself, as that of /api/banmay/sync does; what it answers goes to `sawLearner`.
 */
export async function presumedLearnerOf(visit: Visit, device: string): ReturnType<typeof learnerOf> {
	const value = visit.cookies.get(cookieOf(device));
	return (value && recentPhones.find(hashOfCookie(value), device)) || learnerOf(visit, device);
}

/** What the transaction found about a presumed learner. */
export function sawLearner(phone: Learner, isGood: boolean): void {
	if (!isGood) recentPhones.forget(phone.session);
	else if (!recentPhones.find(phone.session, phone.device)) recentPhones.note(phone);
}

/** A revoked phone has no session any more, but its device remembers why. The id alone is 80 random bits. */
async function whyNot(device: string): Promise<{ kind: 'not_joined' } | { kind: 'device_revoked' }> {
	const known = await deviceById(device);
	return { kind: known?.revokedAtMs ? 'device_revoked' : 'not_joined' };
}

/** A phone has few profiles; a made-up heap of cookies is not looked through. */
const MAX_PROFILES = 20;

/** The stored hashes of the sessions of other profiles that this browser shows: whether they are good is not said. */
export function otherSessions(visit: Visit, device: string): string[] {
	return visit.cookies
		.getAll()
		.filter(({ name }) => /^bm_[0-9a-z]{26}$/.test(name) && name !== cookieOf(device))
		.slice(0, MAX_PROFILES)
		.map(({ value }) => hashOfCookie(value));
}

/** Ends a phone's access at once: its sessions go, its device says so, what it has not sent stays on it. */
export async function revokeDevice(device: string, now = Date.now()): Promise<void> {
	await markRevoked({ device }, now);
}

/** Signs the staff member of this browser out. */
export async function endSession(visit: Visit): Promise<void> {
	const value = visit.cookies.get(STAFF_COOKIE);
	if (value) await staffSessions.invalidateSession(value);
	visit.cookies.delete(STAFF_COOKIE, { path: '/' });
}

/** The stored hash of this browser's staff cookie: which of her sessions she is in; null: none. */
export function ownSession(visit: Visit): string | null {
	const value = visit.cookies.get(STAFF_COOKIE);
	return value ? hashOfCookie(value) : null;
}

/** Sweeps out what has run out. */
export async function deleteExpiredSessions(): Promise<void> {
	await Promise.all([staffSessions.deleteExpiredSessions(), learnerSessions.deleteExpiredSessions()]);
}

function setStaffCookie({ cookies, url }: Visit, value: string): void {
	const secure = url.protocol === 'https:';
	// Lax: a trainer who taps a link to her group in Zalo is signed in there.
	cookies.set(STAFF_COOKIE, value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: STAFF_STAYS.seconds()
	});
}

function setDeviceCookie({ cookies, url }: Visit, device: string, value: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(cookieOf(device), value, {
		path: '/api',
		httpOnly: true,
		sameSite: 'strict',
		secure,
		maxAge: LEARNER_STAYS.seconds()
	});
}
