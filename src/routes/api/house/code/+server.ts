import * as v from 'valibot';
import { spacedOnceCode } from '$lib/console/once-code';
import { readJson } from '$lib/server/body';
import { env } from '$lib/server/env';
import { refuse } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { staffIdOf } from '$lib/server/repositories/change-staff';
import { giveCode } from '$lib/server/repositories/staff-codes';
import { showsImportKey } from '$lib/studio/server/import-key';
import type { RequestHandler } from './$types';

const Asked = v.object({ email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(200)) });

/** A one-time code for any member, for who keeps the machine: the way in when the last manager forgot her password. */
export const POST: RequestHandler = async ({ request }) => {
	if (!showsImportKey(request)) return refuse('not_signed_in');
	const parsed = v.safeParse(Asked, await readJson(request));
	if (!parsed.success) return refuse('malformed');
	const staff = await staffIdOf(parsed.output.email);
	const code = staff ? await giveCode(staff, '') : null;
	if (!code) return refuse('member_unknown');
	await noteAct('owner', 'staff.code-given', staff);
	const address = `${env.linkOrigin}/sign-in/code`;
	return Response.json({ code: spacedOnceCode(code), address }, { headers: { 'cache-control': 'no-store' } });
};
