import { reachesAll } from '$lib/server/reach';
import { groupsOf } from '$lib/server/repositories/groups';
import {
	readAudit,
	type AuditPlace,
	type AuditReach,
	type AuditRow
} from '$lib/server/repositories/read-audit';
import type { Staff } from '$lib/server/session';
import { membersInReach } from '$lib/console/server/staff/in-reach';
import { actsOf, isAuditKind } from './kinds';

/** What the page's address asks for; what cannot be read counts as not asked. */
export type AskedAudit = { member: string; kind: string; day: string; before: AuditPlace | null };

export const ROWS_A_PAGE = 50;
/** A file for a spreadsheet; who needs more chooses days. */
const ROWS_A_FILE = 10_000;
const DAY_MS = 24 * 3600_000;

export function askedFrom(query: URLSearchParams): AskedAudit {
	const textOf = (name: string) => query.get(name) ?? '';
	const [, at, id] = /^(\d{1,15})\.([a-z0-9]{15})$/.exec(textOf('before')) ?? [];
	const kind = textOf('kind');
	const day = textOf('day');
	return {
		member: /^[a-z0-9]{15}$/.test(textOf('member')) ? textOf('member') : '',
		kind: isAuditKind(kind) ? kind : '',
		day: startOf(day) === null ? '' : day,
		before: at && id ? { atMs: Number(at), id } : null
	};
}

/** A page of it, and where the next begins; null: there is none. */
export async function seeAudit(
	staff: Staff,
	asked: AskedAudit
): Promise<{ rows: AuditRow[]; next: string | null }> {
	const found = await read(staff, asked, ROWS_A_PAGE + 1);
	const rows = found.slice(0, ROWS_A_PAGE);
	const last = rows.at(-1);
	return { rows, next: found.length > rows.length && last ? `${last.atMs}.${last.id}` : null };
}

export const allOfAudit = (staff: Staff, asked: AskedAudit): Promise<AuditRow[]> =>
	read(staff, { ...asked, before: null }, ROWS_A_FILE);

async function read(staff: Staff, { member, kind, day, before }: AskedAudit, most: number) {
	const fromMs = startOf(day);
	const days =
		fromMs === null ? { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER } : { fromMs, toMs: fromMs + DAY_MS };
	const acts = isAuditKind(kind) ? actsOf(kind) : [];
	return readAudit(await reachOfAudit(staff), { member, acts, ...days }, before, most);
}

/** A manager of places sees what her staff did, and what was done to them, to her groups and to the women in these. */
async function reachOfAudit(staff: Staff): Promise<AuditReach> {
	if (reachesAll(staff)) return { all: true, staff: [], groups: [] };
	const [members, groups] = await Promise.all([membersInReach(staff), groupsOf(staff)]);
	const idOf = ({ id }: { id: string }) => id;
	return { all: false, staff: members.map(idOf), groups: groups.map(idOf) };
}

/** When this day begins in Vietnam; null: it is no day. */
function startOf(day: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
	const ms = Date.parse(`${day}T00:00:00+07:00`);
	return Number.isNaN(ms) ? null : ms;
}
