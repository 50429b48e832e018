import { PILOTS, type Pilot } from '$lib/domain/course';
import { pocketbase } from '../pocketbase';

type Row = { id: string; name: string; running: boolean };

/** What is being tried out now. */
export async function runningPilots(): Promise<Pilot[]> {
	const rows = await (await pocketbase()).collection('pilots').getFullList<Row>({ filter: 'running = true' });
	return PILOTS.filter((pilot) => rows.some(({ name }) => name === pilot));
}

/** Begins or ends one; doing it twice changes nothing. */
export async function setPilot(name: Pilot, running: boolean, changedBy: string): Promise<void> {
	const pilots = (await pocketbase()).collection('pilots');
	const values = { name, running, changedBy, changedAtMs: Date.now() };
	const [row] = (await pilots.getList<Row>(1, 1, { filter: `name = '${name}'` })).items;
	await (row ? pilots.update(row.id, values) : pilots.create(values));
}
