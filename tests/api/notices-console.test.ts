import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NoticeOf } from '$lib/domain/notice';
import { addLearners } from '$lib/server/repositories/learners';
import { keepNotice, noticeById, noticesOfGroup, EVERYBODY } from '$lib/server/repositories/notices';
import { newPublicId } from '$lib/server/secrets';
import { runProgram } from '$lib/studio/server/narrate/run-program';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { answered, completed, heard, Phone } from './phone';

const DAY_MS = 24 * 3600_000;
const key = () => newPublicId(15);
const dayIn = (days: number) =>
	new Date(Date.now() + 7 * 3600_000 + days * DAY_MS).toISOString().slice(0, 10);

type Fields = [string, string | Blob][] | Record<string, string | Blob>;

/** Presses a button of the page as its script does. */
async function press(browser: Browser, path: string, fields: Fields) {
	const body = new FormData();
	for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
		body.append(name, value);
	const headers = { origin: house.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await browser.fetch(path, { method: 'POST', headers, body });
	const text = await response.text();
	const result = (text.startsWith('{') ? JSON.parse(text) : {}) as {
		type?: string;
		status?: number;
		data?: string;
	};
	return { http: response.status, text, ...result };
}

const tone = (seconds: number, volume = 1) =>
	runProgram(
		'ffmpeg',
		[
			...['-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=300:duration=${seconds}`],
			...['-af', `volume=${volume}`, '-c:a', 'libopus', '-b:a', '32k', '-f', 'webm', 'pipe:1']
		],
		''
	);
const asFile = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'recording', { type: 'audio/webm' });

let village: Village;
let other: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
let recording: File;
beforeAll(async () => {
	[village, other] = await Promise.all([newVillage(3), newVillage(1)]);
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(other.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
	recording = asFile(await tone(2));
});
const pathOf = ({ group }: Village, action = '') =>
	`/trainer/groups/${group.id}/notices${action && `?/${action}`}`;
const whole = ({ group }: Village) => `group:${group.id}`;
const ofVillage = (of = village) => noticesOfGroup(of.group.id);
const assignment = (fields: Record<string, string> = {}) => ({
	...{ key: key(), assign: 'lesson:nut-va-man-hinh', due: dayIn(7), whom: whole(village) },
	...fields
});
const card = (fields: Record<string, string | Blob> = {}) => ({
	...{
		key: key(),
		tone: 'warning',
		title: 'Có người giả làm cán bộ',
		text: 'Chị đừng đưa mã.',
		scene: 'stranger'
	},
	...{ until: dayIn(3), whom: whole(village), audio: recording },
	...fields
});

describe('who writes to a village', () => {
	const acts = [
		{ act: 'assign', fields: () => assignment() },
		{ act: 'voice', fields: () => ({ key: key(), whom: whole(village), audio: recording }) },
		{ act: 'card', fields: () => card() },
		{ act: 'change', fields: () => ({ notice: key(), version: '1' }) },
		{ act: 'withdraw', fields: () => ({ notice: key(), version: '1' }) }
	];
	const people = [
		{ who: "another village's trainer", enter: () => Promise.resolve(stranger) },
		{ who: 'an expert', enter: async () => signedIn((await newStaff('expert')).email) },
		{ who: "the machine's owner", enter: async () => signedIn((await newStaff('owner')).email) },
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()) },
		{ who: 'a learner', enter: async () => (await new Phone().join(village.women[0]!)).browser }
	];
	test.each(acts.flatMap(({ act, fields }) => people.map(({ who, enter }) => ({ who, act, enter, fields }))))(
		'$who may not: $act',
		async ({ enter, act, fields }) => {
			const before = await ofVillage();
			const answer = await press(await enter(), pathOf(village, act), fields());
			expect(
				[answer.http, answer.status].some((status) => status === 403 || status === 303 || status === 401) ||
					answer.type === 'redirect'
			).toBe(true);
			expect(answer.type).not.toBe('success');
			expect(await ofVillage()).toEqual(before);
		}
	);
	test('the page itself is for her trainer and managers', async () => {
		const status = async (browser: Browser) => (await browser.fetch(pathOf(village))).status;
		expect([await status(trainer), await status(manager)]).toEqual([200, 200]);
		expect([await status(stranger), await status(new Browser())]).toEqual([403, 303]);
	});
	test("a trainer's form that names another's group or woman, or everybody, reaches nobody", async () => {
		const theirs = await ofVillage(other);
		for (const whom of [whole(other), `learner:${other.women[0]!.id}`, 'everybody', 'group:../x', '']) {
			const answer = await press(trainer, pathOf(village, 'assign'), assignment({ whom }));
			expect(answer.data, whom).toContain('nobody_chosen');
		}
		expect(await ofVillage(other)).toEqual(theirs);
	});
});

describe('assigning', () => {
	test('reaches the phones; pressed twice it is one; the page counts who has done it', async () => {
		const own = await newVillage(2);
		const browser = await signedIn(own.trainer.email);
		const fields = assignment({ whom: whole(own) });
		const answers = await Promise.all([1, 2].map(() => press(browser, pathOf(own, 'assign'), fields)));
		expect(answers.map(({ type }) => type)).toEqual(['success', 'success']);
		expect(await ofVillage(own)).toHaveLength(1);
		const phone = await new Phone().join(own.women[0]!);
		const { changes } = await phone.sync([], { notices: '' });
		expect(changes.notices?.all).toMatchObject([{ kind: 'assignment', body: { due: fields.due } }]);
		const page = async () => (await browser.fetch(pathOf(own))).text();
		expect(await page()).toContain('0 / 2 chị đã học xong');
		await phone.sync(phone.events(heard(1), answered(1, true), completed()));
		expect(await page()).toContain('1 / 2 chị đã học xong');
		expect(await page()).toContain(`Chưa: ${own.women[1]!.name}`);
	});
	test.each([
		{ says: 'nothing chosen', fields: { assign: '' }, code: 'notice_nothing_assigned' },
		{ says: 'a lesson that is gone', fields: { assign: 'lesson:gone' }, code: 'notice_lesson_gone' },
		{ says: 'something else', fields: { assign: 'badge:../x' }, code: 'notice_lesson_gone' },
		{ says: 'yesterday', fields: { due: dayIn(-1) }, code: 'notice_day_past' },
		{ says: 'no day', fields: { due: '2027-02-30' }, code: 'notice_day_faulty' },
		{ says: 'words for a day', fields: { due: 'mai' }, code: 'notice_day_faulty' },
		{ says: 'a day in ten years', fields: { due: dayIn(3650) }, code: 'notice_day_far' },
		{ says: 'no key', fields: { key: '' }, code: 'form_unreadable' }
	])('$says is a kind problem and reaches nobody', async ({ fields, code }) => {
		const before = await ofVillage();
		const answer = await press(
			trainer,
			pathOf(village, 'assign'),
			assignment(fields as unknown as Record<string, string>)
		);
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toContain(code);
		expect(await ofVillage()).toEqual(before);
	});
	test('to a group that nobody is in is asked about; for newcomers it is taken, and reaches the first who comes', async () => {
		const empty = await newVillage(0);
		const browser = await signedIn(empty.trainer.email);
		const fields = assignment({ whom: whole(empty) });
		expect((await press(browser, pathOf(empty, 'assign'), fields)).data).toContain('notice_group_empty');
		const taken = await press(browser, pathOf(empty, 'assign'), { ...fields, newcomers: 'on' });
		expect(taken.type).toBe('success');
		expect(await (await browser.fetch(pathOf(empty))).text()).toContain('Chưa tới ai');
		await addLearners(empty.group.id, [{ name: 'Chị Đầu', picture: 'fish' }], empty.trainer.id);
		expect((await ofVillage(empty))[0]?.whom).toHaveLength(1);
	});
	test('a lesson that went after it was assigned is named on the page', async () => {
		const own = await newVillage(1);
		await keepNotice(
			{
				...{ id: key(), kind: 'assignment', targets: [{ scope: 'group', id: own.group.id }] },
				...{ newcomers: false, fromMs: 1, untilMs: null },
				body: { what: 'lesson', slug: 'da-go', due: null }
			},
			own.trainer.id
		);
		const page = await (await (await signedIn(own.trainer.email)).fetch(pathOf(own))).text();
		expect(page).toContain('không còn trong chương trình');
	});
});

describe('changing and taking back', () => {
	async function written(own: Village, browser: Browser) {
		await press(browser, pathOf(own, 'assign'), assignment({ whom: whole(own) }));
		return (await ofVillage(own))[0]!;
	}
	test('two who change one at once: the second is told, and nothing of the first is lost', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const { id } = await written(own, browser);
		const first = await press(browser, pathOf(own, 'change'), { notice: id, version: '1', day: dayIn(9) });
		expect(first.type).toBe('success');
		const second = await press(manager, pathOf(own, 'change'), { notice: id, version: '1', day: dayIn(2) });
		expect(second).toMatchObject({ type: 'failure', status: 409 });
		expect(second.data).toContain('notice_stale');
		const late = await press(manager, pathOf(own, 'withdraw'), { notice: id, version: '1' });
		expect(late.data).toContain('notice_stale');
		expect(await noticeById(id)).toMatchObject({ version: 2, body: { due: dayIn(9) } });
	});
	test('to a day that has passed changes nothing', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const { id } = await written(own, browser);
		const answer = await press(browser, pathOf(own, 'change'), { notice: id, version: '1', day: dayIn(-3) });
		expect(answer.data).toContain('notice_day_past');
		expect(await noticeById(id)).toMatchObject({ version: 1 });
	});
	test("what went to another's group too, or to everybody, only a manager changes", async () => {
		const id = key();
		const body = { what: 'lesson', slug: 'nut-va-man-hinh', due: null } as const;
		const rest = { kind: 'assignment', body, newcomers: false, fromMs: 1, untilMs: null } as const;
		await keepNotice({ ...rest, id, targets: [EVERYBODY] }, 'somebody0000000');
		const form = { notice: id, version: '1' };
		const refused = await press(trainer, pathOf(village, 'withdraw'), form);
		expect(refused).toMatchObject({ type: 'failure', status: 403 });
		expect(refused.data).toContain('notice_not_yours');
		expect((await press(manager, pathOf(village, 'withdraw'), form)).type).toBe('success');
		expect(await noticeById(id)).toMatchObject({ isWithdrawn: true });
	});
	test("another village's is unknown or refused here, whatever its id", async () => {
		const theirs = await written(other, stranger);
		const answer = await press(trainer, pathOf(village, 'withdraw'), { notice: theirs.id, version: '1' });
		expect(answer).toMatchObject({ type: 'failure', status: 403 });
		expect(answer.data).not.toContain(other.group.name);
		expect((await press(trainer, pathOf(village, 'withdraw'), { notice: key(), version: '1' })).status).toBe(
			404
		);
	});
});

describe('a voice message', () => {
	const send = (audio: Blob, fields: Record<string, string> = {}, browser = trainer) =>
		press(browser, pathOf(village, 'voice'), { key: key(), whom: whole(village), audio, ...fields });

	test('is one clip by hash, private, for a woman alone; taken back, it is gone from the server', async () => {
		const woman = village.women[1]!;
		const sent = await send(recording, { whom: `learner:${woman.id}` });
		expect(sent.type).toBe('success');
		const phone = await new Phone().join(woman);
		const all = (await phone.sync([], { notices: '' })).changes.notices!.all;
		const notice = all.find(({ kind }) => kind === 'voice') as NoticeOf<'voice'>;
		expect(notice.from).toEqual({ name: 'Cô trainer', picture: 'rooster' });
		const { clip, ms, bytes } = notice.body;
		expect(ms).toBeGreaterThan(1500);
		const neighbour = await new Phone().join(village.women[2]!);
		expect(JSON.stringify(await neighbour.sync([], { notices: '' }))).not.toContain(clip);
		const response = await fetch(`${house.origin}/media/${clip}`);
		expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, bytes]);
		expect(response.headers.get('cache-control')).toMatch(/^private/);
		expect(response.headers.get('content-type')).toBe('audio/ogg');
		const path = join(house.dataDir, 'recordings', clip.slice(0, 2), clip);
		expect(existsSync(path)).toBe(true);
		expect(existsSync(join(house.dataDir, 'blobs', clip.slice(0, 2), clip))).toBe(false);
		// The same recording to the group as well: then taking one back leaves the other its sound.
		await send(recording);
		await press(trainer, pathOf(village, 'withdraw'), { notice: notice.id, version: '1' });
		expect(existsSync(path)).toBe(true);
		const twin = (await ofVillage()).find((one) => one.kind === 'voice')!;
		await press(trainer, pathOf(village, 'withdraw'), { notice: twin.id, version: '1' });
		expect(existsSync(path)).toBe(false);
		expect((await fetch(`${house.origin}/media/${clip}`)).status).toBe(404);
	});
	test.each([
		{ says: 'no file', make: () => Promise.resolve(new Blob([])), code: 'voice_missing' },
		{
			says: 'text',
			make: () => Promise.resolve(new Blob(['<script>alert(1)</script>'])),
			code: 'voice_unreadable'
		},
		{ says: 'silence', make: async () => asFile(await tone(2, 0)), code: 'voice_silent' },
		{ says: 'a click', make: async () => asFile(await tone(0.3)), code: 'voice_short' },
		{ says: 'more than a minute', make: async () => asFile(await tone(64)), code: 'voice_long' },
		{
			says: 'a megabyte and a half',
			make: () => Promise.resolve(new Blob([new Uint8Array(1_600_000)])),
			code: 'voice_long'
		}
	])('of $says is a kind problem', async ({ make, code }) => {
		const before = await ofVillage();
		const answer = await send(await make());
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toContain(code);
		expect(await ofVillage()).toEqual(before);
	});
	test('larger than a form may be is 413', async () => {
		expect((await send(new Blob([new Uint8Array(3_000_000)]))).http).toBe(413);
	});
	test('sent twice is one', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const fields = { key: key(), whom: whole(own), audio: recording };
		await Promise.all([1, 2].map(() => press(browser, pathOf(own, 'voice'), fields)));
		expect(await ofVillage(own)).toHaveLength(1);
	});
});

describe('an urgent card', () => {
	test('has a picture and the voice that was recorded, and ends at the end of its day', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		expect((await press(browser, pathOf(own, 'card'), card({ whom: whole(own) }))).type).toBe('success');
		const phone = await new Phone().join(own.women[0]!);
		const [notice] = (await phone.sync([], { notices: '' })).changes.notices!.all as NoticeOf<'card'>[];
		expect(notice?.body).toMatchObject({
			...{ tone: 'warning', title: 'Có người giả làm cán bộ' },
			spoken: { text: 'Có người giả làm cán bộ. Chị đừng đưa mã.', voice: 'person' }
		});
		expect(new Date(notice!.untilMs! + 7 * 3600_000).toISOString()).toBe(`${dayIn(4)}T00:00:00.000Z`);
		for (const name of [notice!.body.picture, notice!.body.spoken.clip])
			expect((await fetch(`${house.origin}/media/${name}`)).status).toBe(200);
	});
	test('is said by the synthetic voice when nobody recorded it, and says that it is', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const { audio: _, ...rest } = card({ whom: whole(own) });
		const answer = await press(browser, pathOf(own, 'card'), rest);
		// A server without espeak-ng asks for a recording.
		if (answer.type === 'failure') return expect(answer.data).toContain('card_mute');
		expect((await ofVillage(own))[0]?.body).toMatchObject({ spoken: { voice: 'synthetic' } });
	});
	test.each([
		{ says: 'no title', fields: { title: '  ' }, code: 'card_title_missing' },
		{ says: 'a title of 81 letters', fields: { title: 'Ẵ'.repeat(81) }, code: 'text_too_long' },
		{ says: 'a text of 401 letters', fields: { text: 'x'.repeat(401) }, code: 'text_too_long' },
		{ says: 'another picture', fields: { scene: '../x' }, code: 'card_scene_missing' },
		{ says: 'no last day', fields: { until: '' }, code: 'card_until_missing' },
		{ says: 'a last day that has passed', fields: { until: dayIn(-1) }, code: 'notice_day_past' },
		{ says: 'a voice that is none', fields: { audio: new Blob(['no']) }, code: 'voice_unreadable' }
	])('with $says is a kind problem, and what was typed comes back', async ({ fields, code }) => {
		const before = await ofVillage();
		const answer = await press(
			trainer,
			pathOf(village, 'card'),
			card(fields as unknown as Record<string, string>)
		);
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toContain(code);
		if (!('text' in fields)) expect(answer.data).toContain('Chị đừng đưa mã.');
		expect(await ofVillage()).toEqual(before);
	});
	test('of a manager goes to everybody', async () => {
		const answer = await press(manager, pathOf(village, 'card'), card({ whom: 'everybody' }));
		expect(answer.type).toBe('success');
		const phone = await new Phone().join(other.women[0]!);
		const all = (await phone.sync([], { notices: '' })).changes.notices!.all;
		const found = all.find(({ kind }) => kind === 'card')!;
		expect(found).toBeDefined();
		await press(manager, pathOf(village, 'withdraw'), { notice: found.id, version: '1' });
	});
	test('is text whatever it looks like', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		await press(browser, pathOf(own, 'card'), card({ whom: whole(own), title: '<script>alert(1)</script>' }));
		expect(await (await browser.fetch(pathOf(own))).text()).not.toContain('<script>alert(1)');
	});
});
