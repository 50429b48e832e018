import * as v from 'valibot';
import { Ulid } from '$lib/domain/event';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { learnerOfCard, ShownCard } from '$lib/server/join';
import { noteAct } from '$lib/server/repositories/audit';
import { registerDevice } from '$lib/server/repositories/devices';
import { learnerOnPhone } from '$lib/server/repositories/learners';
import { noteShared } from '$lib/server/repositories/phones';
import { createDeviceSession, otherSessions } from '$lib/server/session';
import type { RequestHandler } from './$types';

const Join = v.intersect([ShownCard, v.object({ device: Ulid })]);

/** Opens a woman's profile on one phone: registers its device and gives it a session of its own. */
export const POST: RequestHandler = async (event) => {
	const parsed = v.safeParse(Join, await readJson(event.request));
	if (!parsed.success) return refuse('malformed');
	const { device, ...card } = parsed.output;
	const found = await learnerOfCard(event, card as ShownCard);
	if (found instanceof Response) return found;
	if ((await registerDevice(found.id, device)) === 'taken') return refuse('device_forked');
	await createDeviceSession(event, found.id, device);
	const others = otherSessions(event, device);
	if (others.length > 0) await noteShared(device, others);
	await noteAct(`learner:${found.id}`, 'device.joined', device);
	const learner = await learnerOnPhone(found.id);
	return Response.json({ learner }, { headers: { 'cache-control': 'no-store' } });
};
