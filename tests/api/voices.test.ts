import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '$lib/domain/event';
import { readPhoneBlob } from '$lib/server/phone-blobs';
import { revokeDevices } from '$lib/server/repositories/devices';
import { setFields } from '$lib/server/repositories/experts';
import { actOnVoice, voicesFor } from '$lib/server/repositories/voices';
import { newPublicId } from '$lib/server/secrets';
import type { Staff } from '$lib/server/session';
import { runProgram } from '$lib/studio/server/narrate/run-program';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { Phone } from './phone';

const key = () => newPublicId(15);

async function press(browser: Browser, path: string, fields: Record<string, string | Blob>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	const headers = { origin: house.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await browser.fetch(path, { method: 'POST', headers, body });
	const text = await response.text();
	const { type, status, data } = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, string>;
	return { http: response.status, type, status, data: data ?? '' };
}

const tone = (seconds: number, hertz = 300, volume = 1) =>
	runProgram(
		'ffmpeg',
		[
			...['-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=${hertz}:duration=${seconds}`],
			...['-af', `volume=${volume}`, '-c:a', 'libopus', '-b:a', '32k', '-f', 'webm', 'pipe:1']
		],
		''
	);
const asFile = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'recording', { type: 'audio/webm' });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let village: Village;
let other: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
let expert: Browser;
let otherExpert: Browser;
let expertId: string;
let phone: Phone;
let said: Buffer;
let reply: File;
let hertz = 300;
beforeAll(async () => {
	[village, other] = await Promise.all([newVillage(2), newVillage(1)]);
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(other.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
	const knows = await newStaff('expert');
	expertId = knows.id;
	await setFields(expertId, ['selling']);
	expert = await signedIn(knows.email);
	otherExpert = await signedIn((await newStaff('expert')).email);
	phone = await new Phone().join(village.women[0]!);
	said = Buffer.from(await tone(2));
	reply = asFile(await tone(2, 500));
});
const trainerAs = (of = village): Staff => ({
	...{ kind: 'staff', id: of.trainer.id, role: 'trainer', name: '', places: [] }
});
const heardBy = async (of = village) => (await voicesFor(trainerAs(of))).voices;
const put = (from: Phone, bytes: Buffer, type = 'audio/webm') =>
	from.browser.fetch(`/api/blobs/${hashOf(bytes)}?device=${from.device}`, {
		method: 'PUT',
		headers: { 'content-type': type },
		body: new Uint8Array(bytes)
	});

/** Asks with a recording of its own. @returns the question's id */
async function ask(from = phone, field = 'selling', more: Record<string, string> = {}) {
	const bytes = Buffer.from(await tone(2, (hertz += 3)));
	const data = { blob: hashOf(bytes), seconds: 2, field, ...more };
	const [event] = from.events({ kind: 'question.asked', data } as Happening);
	await from.sync([event]);
	await put(from, bytes);
	return { id: event!.id, bytes };
}
const answer = (browser: Browser, voice: string, fields: Record<string, string | Blob> = {}) =>
	press(browser, '/trainer/voices?/answer', { voice, key: key(), audio: reply, ...fields });
const consent = (voice: string, yes: boolean, from = phone) =>
	from.sync(from.events({ kind: 'question.consented', data: { voice, yes } }));
const find = async (id: string, of = village) => (await heardBy(of)).find((voice) => voice.id === id);
const notices = async (from: Phone) => (await from.sync([], { notices: 'x' })).changes.notices?.all ?? [];

describe('what a woman tells', () => {
	test('comes to her trainer with the place where she was, before and after its sound', async () => {
		const where = { route: '/lessons/nut-va-man-hinh', lesson: 'nut-va-man-hinh', card: 3 };
		const [event] = phone.events({
			kind: 'feedback.recorded',
			data: { blob: hashOf(said), seconds: 2, where }
		});
		await phone.sync([event]);
		expect(await find(event!.id)).toMatchObject({ kind: 'feedback', where, name: village.women[0]!.name });
		const sound = `/trainer/voices/${event!.id}/sound`;
		expect((await trainer.fetch(sound)).status).toBe(404);
		await put(phone, said);
		const heard = await trainer.fetch(sound);
		expect([heard.status, heard.headers.get('content-type'), heard.headers.get('cache-control')]).toEqual([
			...[200, 'audio/webm', 'no-store']
		]);
		expect(Buffer.from(await heard.arrayBuffer())).toEqual(said);
		expect(await (await trainer.fetch('/trainer/voices')).text()).toContain(village.women[0]!.name);
		expect(await press(trainer, '/trainer/voices?/done', { voice: event!.id })).toMatchObject({
			type: 'success'
		});
		expect((await find(event!.id))?.doneAtMs).toBeGreaterThan(0);
		expect(await answer(trainer, event!.id)).toMatchObject({ type: 'success' });
		expect((await notices(phone)).map(({ kind }) => kind)).toContain('voice');
	});
	test('of a woman in no group comes to the programme', async () => {
		const [lone] = (await newVillage(1)).women;
		const hers = await new Phone().join(lone!);
		const { pocketbase } = await import('$lib/server/pocketbase');
		const memberships = (await pocketbase()).collection('memberships');
		const [row] = (await memberships.getList(1, 1, { filter: `learner = '${lone!.id}'` })).items;
		await memberships.update(row!.id, { untilMs: Date.now() });
		const { id } = await ask(hers);
		const page = await (await manager.fetch('/trainer/voices')).text();
		expect(page).toContain(id);
		expect(await (await trainer.fetch('/trainer/voices')).text()).not.toContain(id);
	});
	test.each([
		{ what: 'twenty minutes', data: { seconds: 1200 } },
		{ what: 'no hash', data: { blob: 'x' } },
		{ what: 'no place of ours', data: { where: { route: 'https://elsewhere.test' } } },
		{ what: 'nothing of where', data: { where: undefined } }
	])('$what is refused by name, and holds nothing up', async ({ data }) => {
		const [event] = phone.events({
			kind: 'feedback.recorded',
			data: { blob: hashOf(said), seconds: 2, where: { route: '/' }, ...data }
		} as Happening);
		const { rejected, watermark } = await phone.sync([event]);
		expect(rejected).toEqual([{ id: event!.id, reason: 'malformed' }]);
		expect(watermark).toBe(event!.seq);
	});
	test('another woman’s recording is no sound of hers, whatever hash she names', async () => {
		const neighbour = await new Phone().join(village.women[1]!);
		const secret = Buffer.from(await tone(2, 999));
		await put(phone, secret);
		const data = { blob: hashOf(secret), seconds: 2, where: { route: '/' } };
		const [event] = neighbour.events({ kind: 'feedback.recorded', data });
		await neighbour.sync([event]);
		expect((await trainer.fetch(`/trainer/voices/${event!.id}/sound`)).status).toBe(404);
	});
});

describe('who may', () => {
	let id: string;
	beforeAll(async () => {
		({ id } = await ask());
	});
	const paths = ['sound', 'picture'];
	test.each([
		{ who: 'another trainer', enter: () => stranger, status: 403 },
		{ who: 'an expert who was not asked', enter: () => otherExpert, status: 403 },
		{ who: 'a guest', enter: () => new Browser(), status: 303 },
		{ who: 'the woman herself', enter: () => phone.browser, status: 303 }
	])('$who hears nothing and does nothing', async ({ enter, status }) => {
		for (const what of paths)
			expect((await enter().fetch(`/trainer/voices/${id}/${what}`)).status).toBe(status);
		const before = await find(id);
		for (const act of ['done', 'answer', 'pass', 'share', 'takeDown']) {
			const result = await press(enter(), `/trainer/voices?/${act}`, {
				...{ voice: id, key: key(), audio: reply, expert: expertId, why: 'x' }
			});
			expect(result.type).not.toBe('success');
		}
		expect(await find(id)).toEqual(before);
		if (status === 403) {
			const page = await (await enter().fetch('/trainer/voices')).text();
			expect(page).not.toContain(village.women[0]!.name);
		}
	});
	test('an expert who was not asked finds no question at its address', async () => {
		expect((await expert.fetch(`/trainer/questions/${id}/sound`)).status).toBe(404);
		const result = await press(expert, '/trainer/questions?/answer', { voice: id, key: key(), audio: reply });
		expect(result).toMatchObject({ type: 'error', http: 404 });
	});
});

describe('a question', () => {
	test('is answered by her trainer, once, and comes to her phone as a voice that says which it answers', async () => {
		const { id } = await ask();
		const form = key();
		expect(await answer(trainer, id, { key: form })).toMatchObject({ type: 'success' });
		expect(await answer(trainer, id, { key: form })).toMatchObject({ type: 'success' });
		expect((await answer(trainer, id)).data).toContain('voice_stale');
		const answers = (await notices(phone)).filter(({ kind }) => kind === 'answer');
		expect(answers.filter(({ body }) => 'question' in body && body.question === id)).toHaveLength(1);
		const [notice] = answers;
		const clip = notice && 'clip' in notice.body ? notice.body.clip : '';
		expect((await phone.browser.fetch(`/media/${clip}`)).status).toBe(200);
		expect(await find(id)).toMatchObject({ answeredBy: village.trainer.name, answerIsHeard: false });
	});
	test.each([
		{ what: 'silence', make: async () => asFile(await tone(2, 300, 0)), code: 'voice_silent' },
		{ what: 'two minutes', make: async () => asFile(await tone(120)), code: 'voice_long' },
		{
			what: 'a text',
			make: () => Promise.resolve(asFile(Buffer.from('xin chào'))),
			code: 'voice_unreadable'
		},
		{ what: 'nothing', make: () => Promise.resolve(new File([], 'x')), code: 'voice_missing' }
	])('is not answered by $what', async ({ make, code }) => {
		const { id } = await ask();
		expect((await answer(trainer, id, { audio: await make() })).data).toContain(code);
		expect((await find(id))?.answer).toBe('');
	});
	test('passed on: the expert hears it, knows a first name and a place, answers; nobody else is in between', async () => {
		const picture = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(500, hertz % 250)]);
		const { id, bytes } = await ask(phone, 'selling', { picture: hashOf(picture) });
		await put(phone, picture, 'image/jpeg');
		expect((await press(trainer, '/trainer/voices?/pass', { voice: id, expert: key() })).data).toContain(
			'expert_missing'
		);
		expect(await press(trainer, '/trainer/voices?/pass', { voice: id, expert: expertId })).toMatchObject({
			type: 'success'
		});
		const page = await (await expert.fetch('/trainer/questions')).text();
		const woman = village.women[0]!;
		expect(page).toContain(id);
		for (const secret of [woman.name, woman.id, village.group.name, village.group.id])
			expect(page).not.toContain(secret);
		expect(page).toContain(village.group.place);
		const sound = await expert.fetch(`/trainer/questions/${id}/sound`);
		expect(Buffer.from(await sound.arrayBuffer())).toEqual(bytes);
		expect((await expert.fetch(`/trainer/questions/${id}/picture`)).headers.get('content-type')).toBe(
			'image/jpeg'
		);
		expect((await otherExpert.fetch(`/trainer/questions/${id}/sound`)).status).toBe(404);
		expect(await find(id)).toMatchObject({ passedTo: expertId, answer: '' });
		const fields = { voice: id, key: key(), audio: reply };
		expect(await press(expert, '/trainer/questions?/answer', fields)).toMatchObject({ type: 'success' });
		const hers = (await notices(phone)).filter((one) => one.kind === 'answer' && one.body.question === id);
		expect(hers).toHaveLength(1);
		expect(hers[0]!.from.name).toBe('Cô expert');
	});
	test('given back by the expert stands with her trainer again, and the expert hears it no more', async () => {
		const { id } = await ask();
		await press(trainer, '/trainer/voices?/pass', { voice: id, expert: expertId });
		expect((await press(expert, '/trainer/questions?/giveBack', { voice: id, why: ' ' })).data).toContain(
			'why_missing'
		);
		await press(expert, '/trainer/questions?/giveBack', { voice: id, why: 'Không thuộc việc tôi biết' });
		expect(await find(id)).toMatchObject({ passedTo: '', returnedWhy: 'Không thuộc việc tôi biết' });
		expect((await expert.fetch(`/trainer/questions/${id}/sound`)).status).toBe(404);
	});
	test('unanswered for more than three days is counted and stands first', async () => {
		const { women, trainer: own } = await newVillage(1);
		const hers = await new Phone().join(women[0]!);
		await ask(hers);
		const staff: Staff = { kind: 'staff', id: own.id, role: 'trainer', name: '', places: [] };
		const day = 24 * 3600_000;
		expect((await voicesFor(staff, Date.now() + 2.9 * day)).late).toBe(0);
		expect((await voicesFor(staff, Date.now() + 3.1 * day)).late).toBe(1);
		const [voice] = (await voicesFor(staff)).voices;
		await actOnVoice(voice!.id, 'answer', { by: own.id, key: key() });
		expect((await voicesFor(staff, Date.now() + 3.1 * day)).late).toBe(0);
	});
	test('a word about it that comes before it, from another phone of hers, counts when it is there', async () => {
		const second = await new Phone().join(village.women[0]!);
		const bytes = Buffer.from(await tone(2, (hertz += 3)));
		const [event] = phone.events({
			kind: 'question.asked',
			data: { blob: hashOf(bytes), seconds: 2, field: 'phone' }
		});
		await consent(event!.id, true, second);
		await phone.sync([event]);
		expect((await find(event!.id))?.consent).toBe('yes');
	});
	test('another woman’s word about it is none', async () => {
		const neighbour = await new Phone().join(village.women[1]!);
		const { id } = await ask();
		await consent(id, true, neighbour);
		await neighbour.sync(neighbour.events({ kind: 'voice.withdrawn', data: { voice: id } }));
		expect((await find(id))?.consent).toBe('unsaid');
	});
	test('from a revoked phone is not taken', async () => {
		const [woman] = (await newVillage(1)).women;
		const old = await new Phone().join(woman!);
		await revokeDevices(woman!.id);
		const data = { blob: hashOf(said), seconds: 2, field: 'phone' as const };
		expect((await old.send(old.events({ kind: 'question.asked', data }))).status).toBe(401);
		expect((await put(old, said)).status).toBe(401);
	});
});

describe('for others to hear', () => {
	const shareIt = (voice: string, fields: Record<string, string> = {}) =>
		press(trainer, '/trainer/voices?/share', { voice, key: key(), ...fields });
	let neighbour: Phone;
	beforeAll(async () => {
		neighbour = await new Phone().join(village.women[1]!);
	});
	const sharedWith = async (from: Phone) => (await notices(from)).filter(({ kind }) => kind === 'shared');

	test.each([
		{ word: 'nothing was said', yes: undefined },
		{ word: 'she said no', yes: false }
	])('is nothing as long as $word', async ({ yes }) => {
		const { id } = await ask();
		await answer(trainer, id);
		if (yes !== undefined) await consent(id, yes);
		expect((await shareIt(id)).data).toContain('no_consent');
		expect(await sharedWith(neighbour)).toEqual([]);
	});
	test('is the answer, with her yes; her voice only when wished besides; gone at once with her no', async () => {
		const { id } = await ask();
		await answer(trainer, id);
		await consent(id, true);
		expect(await shareIt(id)).toMatchObject({ type: 'success' });
		expect((await shareIt(id)).data).toContain('voice_stale');
		const [shared] = await sharedWith(neighbour);
		expect(shared?.body).not.toHaveProperty('asked');
		expect(JSON.stringify(shared)).not.toContain(village.women[0]!.name);
		expect(await sharedWith(await new Phone().join(other.women[0]!))).toEqual([]);
		await consent(id, false);
		expect(await sharedWith(neighbour)).toEqual([]);

		await consent(id, true);
		expect(await shareIt(id, { asked: 'on' })).toMatchObject({ type: 'success' });
		const [again] = await sharedWith(neighbour);
		const asked = again?.kind === 'shared' ? again.body.asked : undefined;
		expect((await neighbour.browser.fetch(`/media/${asked?.clip}`)).status).toBe(200);
		await phone.sync(phone.events({ kind: 'voice.withdrawn', data: { voice: id } }));
		expect(await sharedWith(neighbour)).toEqual([]);
		expect((await neighbour.browser.fetch(`/media/${asked?.clip}`)).status).toBe(404);
	});
});

describe('what is taken back or down', () => {
	test('by her: nobody finds it, its sound is deleted and not asked for again', async () => {
		const { id, bytes } = await ask();
		await phone.sync(phone.events({ kind: 'voice.withdrawn', data: { voice: id } }));
		expect(await find(id)).toBeUndefined();
		expect((await trainer.fetch(`/trainer/voices/${id}/sound`)).status).toBe(404);
		expect(await readPhoneBlob(village.women[0]!.id, hashOf(bytes))).toBeUndefined();
		const { missing } = (await (
			await phone.browser.post('/api/blobs/missing', { device: phone.device, blobs: [hashOf(bytes)] })
		).json()) as { missing: unknown[] };
		expect(missing).toEqual([]);
		expect(await answer(trainer, id)).toMatchObject({ type: 'error', http: 404 });
	});
	test('by staff: with a reason that is written down', async () => {
		const { id, bytes } = await ask();
		const down = (why: string) => press(trainer, '/trainer/voices?/takeDown', { voice: id, why });
		expect((await down('')).data).toContain('why_missing');
		expect(await down('Có số điện thoại của người khác')).toMatchObject({ type: 'success' });
		expect(await find(id)).toMatchObject({ takenDownWhy: 'Có số điện thoại của người khác' });
		expect(await readPhoneBlob(village.women[0]!.id, hashOf(bytes))).toBeUndefined();
		expect((await answer(trainer, id)).data).toContain('voice_stale');
		const { pocketbase } = await import('$lib/server/pocketbase');
		const rows = (await pocketbase()).collection('audit');
		const { items } = await rows.getList(1, 5, { filter: `what = 'voice.taken-down' && about = '${id}'` });
		expect(items).toHaveLength(1);
	});
	test('an answer that she reports stands before her trainer, who takes it down for everybody', async () => {
		const { id } = await ask();
		await answer(trainer, id);
		const notice = (await find(id))!.answer;
		await phone.sync(phone.events({ kind: 'notice.reported', data: { notice } }));
		const { reported } = await voicesFor(trainerAs());
		expect(reported).toMatchObject([{ notice, reports: 1 }]);
		expect((await voicesFor(trainerAs(other))).reported).toEqual([]);
		const drop = (browser: Browser) =>
			press(browser, '/trainer/voices?/drop', { notice, why: 'Nói sai giá' });
		expect(await drop(stranger)).toMatchObject({ type: 'error', http: 404 });
		expect(await drop(trainer)).toMatchObject({ type: 'success' });
		expect((await notices(phone)).map((one) => one.id)).not.toContain(notice);
	});
});
