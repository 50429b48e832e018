import * as v from 'valibot';
import { MAX_NAME_LENGTH } from '$lib/console/roster';
import { readJson } from '$lib/server/body';
import { env } from '$lib/server/env';
import { refuse } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { invite } from '$lib/server/repositories/invitations';
import { showsImportKey } from '$lib/studio/server/import-key';
import type { RequestHandler } from './$types';

const Asked = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NAME_LENGTH)) });

/** A link that makes somebody a manager of the whole programme, for who keeps the machine. */
export const POST: RequestHandler = async ({ request }) => {
	if (!showsImportKey(request)) return refuse('not_signed_in');
	const parsed = v.safeParse(Asked, await readJson(request));
	if (!parsed.success) return refuse('malformed');
	const { name } = parsed.output;
	const { id, secret } = await invite({ name, role: 'manager', places: [], groups: [], invitedBy: '' });
	await noteAct('owner', 'staff.invited', id);
	return Response.json(
		{ link: `${env.linkOrigin}/invite#${secret}` },
		{ headers: { 'cache-control': 'no-store' } }
	);
};
