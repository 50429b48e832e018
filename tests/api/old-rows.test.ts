import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPocketBase } from '../../scripts/pocketbase/find.mjs';

const run = promisify(execFile);
const MIGRATION = '1795500230_places_and_history.js';

/** What a village looked like before groups had official places, written as a migration of its own. */
const oldRows = `migrate((app) => {
	const save = (name, values) => { const r = new Record(app.findCollectionByNameOrId(name), values); app.save(r); return r.id; };
	const trainer = save('staff', { email: 'hoa@example.test', password: 'mot-hai-ba-bon', name: 'Hoa', role: 'trainer', active: true });
	const group = save('groups', { name: 'Nà Chang', place: 'xã Xuân Dương, Bắc Kạn', trainers: [trainer] });
	for (const name of ['Mẩy', 'Khé']) save('memberships', { group, learner: save('learners', { name, picture: 'fish' }) });
	app.db().newQuery("UPDATE memberships SET created = '2026-10-01 03:04:05.678Z'").execute();
});`;

/** Says what stands after the migration, and what is refused. */
const looked = `migrate((app) => {
	const rows = arrayOf(new DynamicModel({ fromMs: 0, untilMs: 0, place: '', province: '', commune: '', village: '', version: 0, birthYear: 0, places: '' }));
	app.db().newQuery('SELECT m.fromMs, m.untilMs, g.place, g.province, g.commune, g.village, g.version, l.birthYear, coalesce(s.places, \\'none\\') AS places FROM memberships m JOIN groups g ON g.id = m."group" JOIN learners l ON l.id = m.learner JOIN staff s').all(rows);
	const memberships = app.findAllRecords('memberships');
	const twin = new Record(app.findCollectionByNameOrId('memberships'), { group: memberships[0].get('group'), learner: memberships[0].get('learner'), fromMs: 5 });
	let twice = 'taken';
	try { app.save(twin); } catch { twice = 'refused'; }
	memberships[0].set('untilMs', 1790000000000);
	app.save(memberships[0]);
	app.save(twin);
	console.log('LOOKED ' + JSON.stringify({ rows, twice }));
});`;

const dir = mkdtempSync(join(tmpdir(), 'ban-may-old-rows-'));
const migrations = join(dir, 'migrations');
const all = readdirSync('pb_migrations').filter((name) => name.endsWith('.js'));
const migrate = async (...how: string[]) => {
	const args = ['migrate', ...how, `--dir=${join(dir, 'data')}`, `--migrationsDir=${migrations}`];
	const env = {
		...process.env,
		SERVICES_EMAIL: 'services@example.test',
		SERVICES_PASSWORD: 'mot-hai-ba-bon'
	};
	const { stdout, stderr } = await run(await findPocketBase(), args, { env });
	return stdout + stderr;
};
const add = (name: string) => copyFileSync(join('pb_migrations', name), join(migrations, name));

beforeAll(() => mkdirSync(migrations, { recursive: true }));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('rows of before keep what they said: members since they were written down, words without a code', async () => {
	for (const name of all.filter((one) => one < MIGRATION)) add(name);
	writeFileSync(join(migrations, '1795500229_old_rows.js'), oldRows);
	await migrate('up');
	add(MIGRATION);
	writeFileSync(join(migrations, '1795500231_looked.js'), looked);
	const said = /LOOKED (\{.*\})/.exec(await migrate('up'))?.[1] ?? '{}';
	const row = {
		...{ fromMs: Date.parse('2026-10-01T03:04:05.678Z'), untilMs: 0, place: 'xã Xuân Dương, Bắc Kạn' },
		...{ province: '', commune: '', village: '', version: 0, birthYear: 0 }
	};
	expect(JSON.parse(said)).toMatchObject({ rows: [row, row], twice: 'refused' });
}, 120_000);
