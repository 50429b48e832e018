import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Notice, NoticeOf } from '$lib/domain/notice';
import type { Practice } from '$lib/domain/practice';
import { scamLesson } from '$lib/domain/scam-lesson';
import { SCAM_MAX_BYTES } from '$lib/domain/scam-limits';
import { noticeById } from '$lib/server/repositories/notices';
import { practicesOf } from '$lib/server/repositories/practices';
import { playedOf, scamById, scamTitles } from '$lib/server/repositories/scams';
import { newPublicId } from '$lib/server/secrets';
import { runProgram } from '$lib/studio/server/narrate/run-program';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { Phone } from './phone';
import { press } from './press';

const DAY_MS = 24 * 3600_000;
const key = () => newPublicId(15);
const dayIn = (days: number) =>
	new Date(Date.now() + 7 * 3600_000 + days * DAY_MS).toISOString().slice(0, 10);

const tone = (seconds: number, volume = 1) =>
	runProgram(
		'ffmpeg',
		[
			...['-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=300:duration=${seconds}`],
			...['-af', `volume=${volume}`, '-c:a', 'libopus', '-b:a', '32k', '-f', 'webm', 'pipe:1']
		],
		''
	);
const asFile = (bytes: Uint8Array, type = 'audio/webm') =>
	new File([new Uint8Array(bytes)], 'file', { type });

type Value = string | Blob;
type Fields = Record<string, Value | Value[]>;
function formOf(fields: Fields): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
	return form;
}

let village: Village;
let other: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
let voice: File;
beforeAll(async () => {
	[village, other] = await Promise.all([newVillage(2), newVillage(1)]);
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(other.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
	voice = asFile(await tone(2));
});

const written = (fields: Fields = {}): Fields => ({
	...{ key: key(), kind: 'message', title: 'Tin giả báo gói hàng', until: dayIn(7) },
	...{ says: 'Chị có gói hàng chưa trả phí. Bấm vào đây để nhận.', 'mark-0': 'Chị không đặt hàng.' },
	...{ right: ['no-tap', 'ask-family'], wrong: ['tap-link', 'send-money'] },
	...{ whom: `group:${village.group.id}` },
	...fields
});
const NEW = '/trainer/scams/new?/write';
const at = (id: string, action: string) =>
	action === 'publish' ? `/trainer/scams/${id}/try?/publish` : `/trainer/scams/${id}?/${action}`;
const write = (fields: Fields = {}, by = trainer) => press(by, NEW, formOf(written(fields)));
const act = (id: string, action: string, fields: Fields = {}, by = trainer) =>
	press(by, at(id, action), formOf(fields));
/** A trick that is written, at its first revision. */
async function draft(fields: Fields = {}): Promise<string> {
	const id = key();
	const answer = await write({ key: id, ...fields });
	expect(answer, answer.text).toMatchObject({ type: 'redirect', location: `/trainer/scams/${id}` });
	return id;
}
async function sent(fields: Fields = {}): Promise<string> {
	const id = await draft(fields);
	const answer = await act(id, 'publish', { revision: '1' });
	expect(answer.type, answer.text).toBe('success');
	return id;
}
async function noticesOf(phone: Phone, digest = ''): Promise<Notice[] | undefined> {
	const { device } = phone;
	const answer = await phone.browser.post('/api/sync', { device, events: [], notices: digest });
	const body = (await answer.json()) as { changes: { notices?: { all: Notice[] } } };
	return body.changes.notices?.all;
}
const trickIn = (notices: Notice[] | undefined, id: string) =>
	notices?.find((one) => one.id === id) as NoticeOf<'scam'> | undefined;

describe('who writes tricks', () => {
	const acts = ['change', 'record', 'place', 'withdraw', 'drop', 'publish'];
	test.each([
		{ who: 'an expert', enter: async () => signedIn((await newStaff('expert')).email) },
		{ who: "the machine's owner", enter: async () => signedIn((await newStaff('owner')).email) },
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()) },
		{ who: 'a learner', enter: async () => (await new Phone().join(village.women[0]!)).browser }
	])('$who may do nothing', async ({ enter }) => {
		const browser = await enter();
		const id = await draft();
		for (const path of [NEW, ...acts.map((one) => at(id, one))]) {
			const answer = await press(browser, path, formOf(written()));
			expect([303, 401, 403].includes(answer.http) || answer.type === 'redirect', path).toBe(true);
			expect(answer.location ?? '', path).not.toContain('/trainer/scams/');
		}
		expect((await scamById(id))?.revision).toBe(1);
	});
	test("another village's trainer neither sees nor changes a draft that is not hers", async () => {
		const id = await draft();
		for (const one of acts) {
			const answer = await act(id, one, { ...written(), revision: '1' }, stranger);
			expect(answer.status, one).toBe(404);
		}
		expect((await stranger.fetch(`/trainer/scams/${id}`)).status).toBe(404);
		expect(await (await stranger.fetch('/trainer/scams')).text()).not.toContain(id);
		expect((await manager.fetch(`/trainer/scams/${id}`)).status).toBe(200);
	});
	test('what is for everybody a trainer sees, and only a manager of all changes', async () => {
		const id = key();
		expect((await write({ key: id, whom: 'everybody' }, manager)).type).toBe('redirect');
		expect((await stranger.fetch(`/trainer/scams/${id}`)).status).toBe(200);
		const answer = await act(id, 'change', { ...written(), revision: '1' }, stranger);
		expect([answer.status, answer.data]).toEqual([403, expect.stringContaining('scam_not_yours')]);
	});
	test('whom a trainer may not reach she reaches not', async () => {
		for (const whom of ['everybody', `group:${other.group.id}`, 'group:../x', '']) {
			const answer = await write({ whom });
			expect(answer.data, whom).toContain('nobody_chosen');
		}
		const id = await draft({ whom: 'mine' });
		expect((await scamById(id))?.targets).toEqual([{ scope: 'group', id: village.group.id }]);
	});
});

describe('what is written is looked through', () => {
	test.each([
		['title', { title: '' }, 'scam_title_missing'],
		['says', { says: '   ' }, 'scam_says_missing'],
		['marks', { 'mark-0': '' }, 'scam_marks_missing'],
		['kind', { kind: 'letter' }, 'scam_kind_missing'],
		['right', { right: 'hang-up' }, 'scam_right_missing'],
		['wrong', { wrong: 'nothing' }, 'scam_wrong_missing'],
		[
			'many',
			{ right: ['no-tap', 'no-reply'], wrong: ['tap-link', 'install', 'send-money'] },
			'scam_choices_many'
		],
		['until', { until: '' }, 'scam_until_missing'],
		['past', { until: '2020-01-01' }, 'notice_day_past'],
		['no day', { until: '2027-02-31' }, 'notice_day_faulty'],
		['long', { says: 'lời '.repeat(60) }, 'text_too_long'],
		['signs', { says: '!!! …' }, 'scam_no_words'],
		['link', { says: 'Bấm http://qua.top/x' }, 'scam_unsafe_link'],
		['phone', { 'mark-0': 'Gọi từ 0912 345 678' }, 'scam_unsafe_phone'],
		['account', { says: 'Chuyển vào 19036521548017' }, 'scam_unsafe_account'],
		['code', { says: 'Mã OTP của chị là 482913' }, 'scam_unsafe_code'],
		['digits', { says: 'Trả 20.000 đồng' }, 'scam_unsafe_digits'],
		['brand', { title: 'Giả Vietcombank' }, 'scam_unsafe_brand'],
		['person', { says: 'Tôi là Nguyễn Văn Nam' }, 'scam_unsafe_person'],
		['no picture', { kind: 'screenshot' }, 'scam_photo_missing']
	] as [string, Fields, string][])('%s', async (_, fields, code) => {
		const id = key();
		const answer = await write({ key: id, ...fields });
		expect([answer.status, answer.data], answer.text).toEqual([400, expect.stringContaining(`"${code}"`)]);
		expect(await scamById(id)).toBeNull();
	});
	test('what she typed comes back, and the problem says what to do', async () => {
		const answer = await write({ says: 'Gọi 0912345678' });
		expect(answer.data).toContain('Gọi 0912345678');
		expect(answer.data).toContain('số lạ');
	});
	test('sent twice it is one trick', async () => {
		const id = key();
		const answers = await Promise.all([write({ key: id }), write({ key: id, title: 'Tên khác' })]);
		expect(answers.map(({ type }) => type)).toEqual(['redirect', 'redirect']);
		expect((await scamById(id))?.revision).toBe(1);
	});
});

describe('a screenshot', () => {
	const picture = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: '#cc3344' } });
	const shot = (fields: Fields) => write({ kind: 'screenshot', checked: 'on', ...fields });
	test('is drawn anew, small, and nothing else of it is left', async () => {
		const bytes = await picture(2400, 3200)
			.withExif({ IFD0: { Copyright: 'Nguyễn' }, IFD3: { GPSLatitude: '21/1 1/1 1/1' } })
			.jpeg()
			.toBuffer();
		expect((await sharp(bytes).metadata()).exif).toBeDefined();
		const id = key();
		expect((await shot({ key: id, photo: asFile(bytes, 'image/jpeg') })).type).toBe('redirect');
		const name = (await scamById(id))!.body.photo!;
		const served = Buffer.from(await (await fetch(`${house.origin}/media/${name}`)).arrayBuffer());
		const about = await sharp(served).metadata();
		expect([about.format, about.exif, about.xmp]).toEqual(['webp', undefined, undefined]);
		expect([about.width! <= 320, about.height! <= 568, served.length < 10_000]).toEqual([true, true, true]);
	});
	test.each([
		['nothing of a picture', () => Promise.resolve(Buffer.from('hello')), 'scam_photo_unreadable'],
		[
			'a drawing',
			() =>
				Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>')),
			'scam_photo_type'
		],
		['an animation', () => picture(300, 300).gif().toBuffer(), 'scam_photo_type'],
		[
			'a broken one',
			async () => (await picture(900, 900).png().toBuffer()).subarray(0, 700),
			'scam_photo_unreadable'
		],
		['a tiny one', () => picture(40, 40).png().toBuffer(), 'scam_photo_small'],
		['thirty million pixels', () => picture(6000, 5000).png().toBuffer(), 'scam_photo_huge'],
		['more than five megabytes', () => Promise.resolve(Buffer.alloc(5_000_001)), 'scam_photo_large']
	] as [string, () => Promise<Buffer>, string][])('that is %s is refused', async (_, make, code) => {
		const answer = await shot({ photo: asFile(await make(), 'image/jpeg') });
		expect(answer.data, answer.text).toContain(`"${code}"`);
	});
	test('that nobody has looked at is refused', async () => {
		const photo = asFile(await picture(400, 600).png().toBuffer(), 'image/png');
		const answer = await write({ kind: 'screenshot', photo });
		expect(answer.data).toContain('scam_photo_unchecked');
	});
	test('signs are placed on it, and bars over what nobody may read stay', async () => {
		const photo = asFile(await picture(400, 600).png().toBuffer(), 'image/png');
		const id = key();
		await shot({ key: id, photo });
		const before = (await scamById(id))!.body.photo!;
		const fields = { revision: '1', 'at-0': '30,40', 'at-9': '5,5', cover: ['50,50', '999,1', 'x'] };
		expect((await act(id, 'place', fields)).type).toBe('success');
		const { body, revision } = (await scamById(id))!;
		expect([revision, body.marks[0]!.at, body.photo === before]).toEqual([2, { x: 30, y: 40 }, false]);
		const response = await fetch(`${house.origin}/media/${body.photo}`);
		const raw = await sharp(Buffer.from(await response.arrayBuffer()))
			.raw()
			.toBuffer({ resolveWithObject: true });
		const middle =
			raw.info.channels * (Math.floor(raw.info.height / 2) * raw.info.width + Math.floor(raw.info.width / 2));
		expect(raw.data[middle]! < 120, 'the red is covered').toBe(true);
		// The other words keep their place while their picture does.
		await act(id, 'change', { ...written({ kind: 'screenshot', title: 'Tên mới' }), revision: '2' });
		expect((await scamById(id))!.body.marks[0]!.at).toEqual({ x: 30, y: 40 });
		const phone = await new Phone().join(village.women[0]!);
		await act(id, 'publish', { revision: '3' });
		const trick = trickIn(await noticesOf(phone), id)!;
		expect(trick.body.own).toContain((await scamById(id))!.body.photo);
	});
});

describe('voices', () => {
	const says = (fields: Fields = {}) => written(fields).says as string;
	test('a person takes the place of the machine, and two may record at once', async () => {
		const id = await draft();
		expect((await scamById(id))!.clips[says()]?.voice).toBe('synthetic');
		const other = asFile(await tone(3));
		const answers = await Promise.all([
			act(id, 'record', { sentence: says(), audio: voice }),
			act(id, 'record', { sentence: 'Chị không đặt hàng.', audio: other })
		]);
		expect(answers.map(({ type }) => type)).toEqual(['success', 'success']);
		const { clips, revision } = (await scamById(id))!;
		expect([clips[says()]?.voice, clips['Chị không đặt hàng.']?.voice, revision]).toEqual([
			'person',
			'person',
			1
		]);
	});
	test('a changed sentence loses its recording: no clip says old words', async () => {
		const id = await draft();
		await act(id, 'record', { sentence: says(), audio: voice });
		await act(id, 'change', { ...written({ says: 'Câu mới hẳn, bấm vào đây.' }), revision: '1' });
		expect((await act(id, 'record', { sentence: says(), audio: voice })).data).toContain(
			'scam_sentence_gone'
		);
		expect((await scamById(id))!.clips['Câu mới hẳn, bấm vào đây.']?.voice).toBe('synthetic');
	});
	test.each([
		['nothing', () => Promise.resolve(asFile(Buffer.alloc(0))), 'voice_missing'],
		['noise of bytes', () => Promise.resolve(asFile(Buffer.from('no sound'))), 'voice_unreadable'],
		['silence', async () => asFile(await tone(2, 0)), 'voice_silent'],
		['half a minute', async () => asFile(await tone(30)), 'scam_voice_long'],
		['more than a recorder makes', () => Promise.resolve(asFile(Buffer.alloc(1_600_000, 1))), 'voice_long']
	] as [string, () => Promise<File>, string][])('%s is refused', async (_, make, code) => {
		const id = await draft();
		const answer = await act(id, 'record', { sentence: says(), audio: await make() });
		expect(answer.data, answer.text).toContain(code);
		expect((await scamById(id))!.clips[says()]?.voice).toBe('synthetic');
	});
});

describe('to the phones', () => {
	test('it comes with the next delivery, small, with all that it says and shows', async () => {
		const phone = await new Phone().join(village.women[0]!);
		const id = await sent();
		const trick = trickIn(await noticesOf(phone), id)!;
		expect(trick).toMatchObject({ kind: 'scam', version: 1, body: { trick: 'message' } });
		expect(JSON.stringify(trick.body).length).toBeLessThan(2000);
		const response = await phone.browser.fetch(`/api/practices/${trick.body.practice}.json`);
		const text = await response.text();
		const practice = JSON.parse(text) as Practice;
		expect(practice).toMatchObject({ lesson: scamLesson(id), course: 'scam-of-the-week' });
		expect(practice.parts.map(({ engine }) => engine)).toEqual(['talk', 'signs']);
		const media = [
			...new Set([trick.body.title.clip, ...(text.match(/[0-9a-f]{64}\.(ogg|svg|webp)/g) ?? [])])
		];
		const weights = await Promise.all(
			media.map(async (name) => {
				const file = await phone.browser.fetch(`/media/${name}`);
				expect(file.status, name).toBe(200);
				return (await file.arrayBuffer()).byteLength;
			})
		);
		const whole = weights.reduce((sum, n) => sum + n, text.length);
		expect(trick.body.bytes).toBeLessThanOrEqual(SCAM_MAX_BYTES);
		console.log(`a trick with two choices and one sign: ${trick.body.bytes} bytes, unpacked ${whole}`);
		const elsewhere = await new Phone().join(other.women[0]!);
		expect(trickIn(await noticesOf(elsewhere), id)).toBeUndefined();
	});
	test('pressed twice, also at once, it is one version', async () => {
		const id = await draft();
		const answers = await Promise.all([1, 2].map(() => act(id, 'publish', { revision: '1' })));
		expect(answers.filter(({ type }) => type === 'success').length).toBeGreaterThan(0);
		await act(id, 'publish', { revision: '1' });
		expect((await noticeById(id))?.version).toBe(1);
	});
	test('one that is too heavy stays here, and is told which sentence to shorten', async () => {
		const id = await draft();
		// Two recordings: the same one twice is one file.
		const long = async (seed: number) => {
			const noise = `anoisesrc=d=24:a=0.3:seed=${seed}`;
			const source = ['-v', 'error', '-f', 'lavfi', '-i', noise];
			return asFile(await runProgram('ffmpeg', [...source, '-c:a', 'libopus', '-f', 'webm', 'pipe:1'], ''));
		};
		for (const [seed, sentence] of [written().says as string, 'Chị không đặt hàng.'].entries()) {
			const recorded = await act(id, 'record', { sentence, audio: await long(seed) });
			expect(recorded.type, recorded.text).toBe('success');
		}
		const answer = await act(id, 'publish', { revision: '1' });
		expect([answer.status, answer.data], answer.text).toEqual([400, expect.stringContaining('scam_heavy')]);
		expect(await noticeById(id)).toBeNull();
	});
	test('of two people who change it at once, the second is told, and loses no word', async () => {
		const id = await draft();
		const first = await act(id, 'change', { ...written({ title: 'Của người thứ nhất' }), revision: '1' });
		const second = await act(
			id,
			'change',
			{ ...written({ title: 'Của người sau' }), revision: '1' },
			manager
		);
		expect([first.type, second.status]).toEqual(['success', 409]);
		expect(second.data).toContain('scam_stale');
		expect(second.data).toContain('Của người sau');
		expect((await scamById(id))?.body.title).toBe('Của người thứ nhất');
		// What was tried is no longer what stands there.
		expect((await act(id, 'publish', { revision: '1' })).status).toBe(409);
	});
	test('changed and sent again it is the next version, and the old one is not asked for', async () => {
		const phone = await new Phone().join(village.women[0]!);
		const id = await sent();
		const old = trickIn(await noticesOf(phone), id)!;
		await act(id, 'change', { ...written({ title: 'Tên khác hẳn' }), revision: '1' });
		expect(trickIn(await noticesOf(phone), id)!.version, 'not before it is sent').toBe(1);
		expect((await act(id, 'publish', { revision: '2' })).type).toBe('success');
		const next = trickIn(await noticesOf(phone), id)!;
		expect([next.version, next.body.title.text, next.fromMs]).toEqual([2, 'Tên khác hẳn', old.fromMs]);
		expect(next.body.practice).toBe(old.body.practice);
	});
	test('taken back it leaves the phones, and its recordings leave the server', async () => {
		const phone = await new Phone().join(village.women[0]!);
		const id = await draft();
		await act(id, 'record', { sentence: written().says as string, audio: asFile(await tone(1.7)) });
		await act(id, 'publish', { revision: '1' });
		const { body } = trickIn(await noticesOf(phone), id)!;
		const lies = (name: string) => existsSync(join(house.dataDir, 'recordings', name.slice(0, 2), name));
		expect(body.own.map(lies)).toEqual(body.own.map(() => true));
		expect(lies(`${body.practice}.json`)).toBe(true);
		expect((await act(id, 'withdraw', { revision: '1' })).type).toBe('success');
		expect(trickIn((await noticesOf(phone)) ?? [], id)).toBeUndefined();
		expect(body.own.map(lies)).toEqual(body.own.map(() => false));
		expect((await phone.browser.fetch(`/api/practices/${body.practice}.json`)).status).toBe(404);
		for (const action of ['change', 'record', 'place', 'publish', 'withdraw']) {
			const answer = await act(id, action, { ...written(), revision: '1', sentence: 'x', audio: voice });
			expect([answer.status, answer.data], action).toEqual([409, expect.stringContaining('scam_over')]);
		}
	});
	test('a draft can be dropped, and one that was sent cannot', async () => {
		const id = await draft();
		expect((await act(id, 'drop', { revision: '1' })).location).toBe('/trainer/scams');
		expect(await scamById(id)).toBeNull();
		const out = await sent();
		expect((await act(out, 'drop', { revision: '1' })).status).toBe(409);
		expect(await scamById(out)).not.toBeNull();
	});
	test('the page of the group’s messages leads to it and changes nothing of it', async () => {
		const id = await sent();
		const path = `/trainer/groups/${village.group.id}/notices`;
		expect(await (await trainer.fetch(path)).text()).toContain(`/trainer/scams/${id}`);
		for (const action of ['change', 'withdraw']) {
			const answer = await press(trainer, `${path}?/${action}`, { notice: id, version: '1', day: dayIn(2) });
			expect(answer.status).toBe(403);
		}
		expect((await noticeById(id))?.isWithdrawn).toBe(false);
	});
});

describe('what trainers see', () => {
	const ran = (id: string, fell: string[], wrong = fell.length) => ({
		kind: 'practice.completed' as const,
		data: { lesson: scamLesson(id), practice: 'scam-of-the-week', outcome: { steps: 5, wrong, fell } }
	});
	test('who falls for it, by its name, until she does it right; also after it was taken back, in any order', async () => {
		const id = await sent({ title: 'Tin giả báo hụt điện' });
		const [woman] = village.women;
		const phone = await new Phone().join(woman!);
		const reach = { trainer: village.trainer.id, places: [] };
		await phone.sync(phone.events(ran(id, [scamLesson(id)])));
		expect(await playedOf(id, reach)).toMatchObject([{ learner: woman!.id, fell: true, times: 1 }]);
		expect(await playedOf(id, { trainer: other.trainer.id, places: [] })).toEqual([]);
		for (const path of [
			`/trainer/women/${woman!.id}`,
			`/trainer/groups/${village.group.id}`,
			`/trainer/scams/${id}`
		])
			expect(await (await trainer.fetch(path)).text(), path).toContain('Tin giả báo hụt điện');
		expect(await (await trainer.fetch(`/trainer/women/${woman!.id}`)).text()).toContain(
			'Còn mắc: Tin giả báo hụt điện'
		);
		await act(id, 'withdraw', { revision: '1' });
		// Her phone was away: what she did comes late, the newest first.
		const [late, right] = phone.events(ran(id, [scamLesson(id)]), ran(id, []));
		await phone.sync([{ ...right, at: Date.now() + 60_000 }]);
		await phone.sync([late]);
		const [played] = await playedOf(id, reach);
		expect(played).toMatchObject({ fell: false, times: 3 });
		expect((await practicesOf(woman!.id)).find(({ lesson }) => lesson === scamLesson(id))?.fell).toEqual([]);
		expect((await scamTitles())[scamLesson(id)]).toBe('Tin giả báo hụt điện');
	});
});
