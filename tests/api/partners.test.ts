import { beforeAll, describe, expect, test } from 'vitest';
import { introductionFigures, introductionsFor } from '$lib/server/repositories/introductions';
import { partnerById } from '$lib/server/repositories/partners';
import { pocketbase } from '$lib/server/pocketbase';
import { newPublicId } from '$lib/server/secrets';
import { act, partnerNamed, partnersNamed, typed, verifiedPartner } from './board';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { named, offer, Seller } from './stall';

let village: Village;
let elsewhere: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
let placed: Browser;
let phone: Seller;

const page = async (path: string, browser: Browser) => {
	const response = await browser.fetch(path);
	return { status: response.status, text: await response.text() };
};
const apply = (values: Record<string, string> = {}, browser = new Browser(), lang = '') =>
	browser.submit(`/partners/join${lang}`, { ...typed({ province: '19', place: '' }), ...values });

beforeAll(async () => {
	[village, elsewhere] = [await newVillage(2), await newVillage(1)];
	await (
		await pocketbase()
	)
		.collection('groups')
		.update(village.group.id, { province: '19', commune: '02191' });
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(elsewhere.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
	placed = await signedIn((await newStaff('manager', ['19'])).email);
	phone = await Seller.of(village.women[0]!);
	await phone.happens(named('Mật ong nhà Mẩy'), {
		kind: 'product.offered',
		data: offer({ name: { kind: 'honey' }, unit: 'bottle', stock: 12, ocopStars: 0 })
	});
	await phone.seen();
});

describe('a stranger applies', () => {
	test('once, however often it is sent; nobody but managers of its place hears of it', async () => {
		const form = typed({ place: 'phố Huế', province: '19' });
		for (const _ of [1, 2]) {
			const answer = await apply(form);
			expect(answer.status).toBe(200);
			expect(await answer.text()).toContain('Đã nhận.');
		}
		expect(await partnersNamed(form.name!)).toHaveLength(1);
		const partner = await partnerNamed(form.name!);
		expect(partner).toMatchObject({
			state: 'unverified',
			enteredBy: 'form',
			province: '19',
			verifiedAtMs: 0
		});
		for (const [who, sees] of [
			[manager, true],
			[placed, true],
			[trainer, false],
			[await signedIn((await newStaff('manager', ['01'])).email), false]
		] as const) {
			const { text } = await page(`/trainer/partners?q=${encodeURIComponent(form.name!)}`, who);
			expect(text.includes(`href="/trainer/partners/${partner.id}"`)).toBe(sees);
			expect((await page(`/trainer/partners/${partner.id}`, who)).status).toBe(sees ? 200 : 403);
			expect((await page('/trainer/partners/matches', who)).text).not.toContain(form.name);
		}
	});

	test('without a key of its own the same words are one', async () => {
		const { key: _, ...form } = typed({ province: '19' });
		for (const _ of [1, 2]) expect((await apply({ ...form, key: '' })).status).toBe(200);
		expect(await partnersNamed(form.name!)).toHaveLength(1);
	});

	test('what a machine filled in is thanked for and not kept', async () => {
		const name = `Máy ${newPublicId(8)}`;
		expect((await apply({ name, website: 'https://vay.example' })).status).toBe(200);
		expect(await partnersNamed(name)).toHaveLength(0);
	});

	test.each<{ what: string; values: Record<string, string>; says: string }>([
		{ what: 'no name', values: { name: '' }, says: 'Tên từ hai chữ' },
		{ what: 'a link', values: { about: 'xem https://vay.example.com' }, says: 'Không ghi đường dẫn' },
		{ what: 'nobody to reach', values: { phone: '', email: '' }, says: 'Ghi ít nhất số điện thoại' },
		{ what: 'a province of the moon', values: { province: '00' }, says: 'Chọn tỉnh' },
		{ what: 'nothing sought', values: { want0Kind: '', gives: '' }, says: 'Ghi ít nhất một việc' }
	])('$what: it says so, and what was typed stands', async ({ values, says }) => {
		const answer = await apply({ contactName: 'Anh Còn Đây', ...values });
		const text = await answer.text();
		expect(answer.status).toBe(400);
		expect(text).toContain(says);
		expect(text).toContain('Anh Còn Đây');
	});

	test('in English where the address says so', async () => {
		const text = await (await apply({ name: '' }, new Browser(), '?lang=en')).text();
		expect(text).toContain('<html lang="en"');
		expect(text).toContain('A name of two to');
	});

	test('what is too large or no form is refused, and does no harm', async () => {
		expect((await apply({ about: 'x'.repeat(40_000) })).status).toBe(413);
		const broken = await new Browser().fetch('/partners/join', {
			method: 'POST',
			headers: {
				accept: 'text/html',
				'content-type': 'multipart/form-data; boundary=x',
				origin: house.origin
			},
			body: '--x\r\nnonsense'
		});
		expect(broken.status).toBe(400);
	});

	test('too often from one address, or for one office: slowed down, nothing lost', async () => {
		const browser = new Browser();
		const statuses = [];
		for (let n = 0; n < 6; n++) statuses.push((await apply({}, browser)).status);
		expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
		const { phone: office } = typed();
		const same = [];
		for (let n = 0; n < 4; n++) same.push((await apply({ phone: office! })).status);
		expect(same).toEqual([200, 200, 200, 429]);
	});
});

describe('a manager checks', () => {
	test('and says how; only then trainers see it, and it is suggested with its reasons', async () => {
		const form = typed();
		await apply({ ...form, province: '19', place: '' });
		const { id } = await partnerNamed(form.name!);
		expect((await act(trainer, id, 'verify', { how: 'called', version: '1' })).status).toBe(403);
		expect((await act(manager, id, 'verify', { how: '', version: '1' })).status).toBe(400);
		expect((await act(manager, id, 'verify', { how: 'registration', version: '1' })).status).toBe(400);
		expect((await act(manager, id, 'verify', { how: 'called', version: '7' })).status).toBe(409);
		const words = 'Gọi 024 3974 5555, chị Hà nghe máy';
		expect((await act(manager, id, 'verify', { how: 'called', words, version: '1' })).status).toBe(200);
		const { text } = await page(`/trainer/partners/${id}`, trainer);
		for (const shown of [
			words,
			'gọi lại số của cơ quan',
			'Có sẵn 12 chai, cần 10',
			'Cùng tỉnh',
			'Mua quanh năm'
		])
			expect(text).toContain(shown);
		expect((await page('/trainer/partners/matches', trainer)).text).toContain(form.name);
		expect((await page('/trainer/partners/matches', stranger)).text).not.toContain(form.name);
	});

	test('twice at once: the second is told, and one word stands', async () => {
		const form = typed();
		await apply({ ...form, province: '19' });
		const { id } = await partnerNamed(form.name!);
		const both = await Promise.all([
			act(manager, id, 'verify', { how: 'known', version: '1' }),
			act(placed, id, 'refuse', { reason: 'Không có thật', version: '1' })
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	test('refused, suspended and back, each with a reason; nobody is introduced meanwhile', async () => {
		const { id } = await verifiedPartner({ by: trainer, manager });
		expect((await act(manager, id, 'refuse', { reason: 'x', version: '2' })).status).toBe(409);
		expect((await act(manager, id, 'suspend', { reason: ' ', version: '2' })).status).toBe(400);
		expect((await act(manager, id, 'suspend', { reason: 'x'.repeat(400), version: '2' })).status).toBe(400);
		expect((await act(manager, id, 'suspend', { reason: 'Không trả tiền', version: '2' })).status).toBe(200);
		expect((await page('/trainer/partners/matches', trainer)).text).not.toContain(id);
		expect((await page(`/trainer/partners/${id}`, stranger)).status).toBe(403);
		expect((await act(manager, id, 'reopen', { version: '3' })).status).toBe(200);
		expect((await partnerById(id)).partner).toMatchObject({ state: 'unverified' });
	});

	test('one of her places alone', async () => {
		const far = await verifiedPartner({ by: trainer, manager }, { place: 'Thành phố Hà Nội' });
		expect((await act(placed, far.id, 'suspend', { reason: 'x', version: '2' })).status).toBe(403);
		expect((await page(`/trainer/partners/${far.id}/change`, placed)).status).toBe(403);
		const near = await verifiedPartner({ by: trainer, manager });
		expect((await act(placed, near.id, 'suspend', { reason: 'Hỏi lại', version: '2' })).status).toBe(200);
	});
});

describe('a partner that pretends', () => {
	test('the name of a verified one with another contact is flagged, and not confirmed by the way', async () => {
		const real = await verifiedPartner({ by: trainer, manager });
		const pretended = { name: `CÔNG TY TNHH ${real.name.toLocaleUpperCase('vi')}`, province: '19' };
		await apply({ ...typed(), ...pretended, place: '' });
		const fake = (await partnersNamed(real.name.slice(-8))).find(({ id }) => id !== real.id)!;
		expect(fake).toMatchObject({ pretends: true, state: 'unverified' });
		const { text } = await page(`/trainer/partners/${fake.id}`, manager);
		expect(text).toContain('Có thể là giả danh');
		expect(text).toContain(`href="/trainer/partners/${real.id}"`);
		const check = { how: 'called', version: '1' };
		const refused = await act(manager, fake.id, 'verify', check);
		expect(refused.status).toBe(400);
		expect(await refused.text()).toContain('Hỏi nơi kia trước');
		expect((await act(manager, fake.id, 'verify', { ...check, notSame: 'on' })).status).toBe(200);
		expect((await partnerById(real.id)).partner).toMatchObject({ pretends: false, state: 'verified' });
	});

	test('the same office again is a double, not somebody who pretends', async () => {
		const real = await verifiedPartner({ by: trainer, manager });
		await apply({ ...typed({ name: real.name, phone: real.phone }), province: '19' });
		const double = (await partnersNamed(real.name)).find(({ id }) => id !== real.id)!;
		expect(double.pretends).toBe(false);
		expect((await partnerById(double.id)).alike).toMatchObject([
			{ id: real.id, sameName: true, sameContact: true }
		]);
	});

	test('who takes over an entry and changes its telephone has to be checked anew', async () => {
		const partner = await verifiedPartner({ by: trainer, manager });
		const path = `/trainer/partners/${partner.id}/change?/save`;
		const { text } = await page(`/trainer/partners/${partner.id}/change`, manager);
		expect(text).toContain('phải kiểm tra lại từ đầu');
		const form = { ...typed({ name: partner.name, phone: partner.phone }), version: '2', was: '{}' };
		expect((await trainer.submit(path, form)).status).toBe(403);
		expect((await manager.submit(path, { ...form, about: 'Thêm một câu' })).status).toBe(303);
		expect((await partnerById(partner.id)).partner).toMatchObject({ state: 'verified', version: 3 });
		const answer = await manager.submit(path, { ...form, phone: '0900000001', version: '3' });
		expect(answer.headers.get('location')).toContain('done=unsure');
		expect((await partnerById(partner.id)).partner).toMatchObject({
			state: 'unverified',
			phone: '0900000001'
		});
		expect((await page(`/trainer/partners/${partner.id}`, stranger)).status).toBe(403);
	});

	test('two change one at once: the second is told what stands, and loses nothing', async () => {
		const partner = await verifiedPartner({ by: trainer, manager });
		const path = `/trainer/partners/${partner.id}/change?/save`;
		const form = typed({ name: partner.name, phone: partner.phone });
		const was = JSON.stringify({ about: '', contactName: 'Chị Hà' });
		await manager.submit(path, { ...form, contactName: 'Anh Sơn', version: '2', was });
		const late = await placed.submit(path, { ...form, about: 'Câu của người thứ hai', version: '2', was });
		expect(late.status).toBe(409);
		const text = await late.text();
		expect(text).toContain('Câu của người thứ hai');
		expect(text).toContain('Anh Sơn');
	});
});

test('who sees a partner reports it; a manager of its place deals with it', async () => {
	const { id } = await verifiedPartner({ by: trainer, manager });
	const form = { reason: 'Đòi đặt cọc', key: newPublicId(15) };
	for (const _ of [1, 2]) expect((await act(trainer, id, 'report', form)).status).toBe(200);
	expect((await act(trainer, id, 'report', { ...form, reason: '' })).status).toBe(400);
	const { reports } = await partnerById(id);
	expect(reports).toHaveLength(1);
	expect((await page(`/trainer/partners/${id}`, trainer)).text).not.toContain('Đòi đặt cọc');
	expect((await page(`/trainer/partners/${id}`, placed)).text).toContain('Đòi đặt cọc');
	const report = reports[0]!.id;
	expect((await act(trainer, id, 'handle', { report })).status).toBe(403);
	expect((await act(manager, id, 'handle', { report: 'a'.repeat(15) })).status).toBe(404);
	expect((await act(manager, id, 'handle', { report })).status).toBe(200);
});

describe('an introduction', () => {
	const introduce = (browser: Browser, partner: string, values: Record<string, string> = {}) =>
		act(browser, partner, 'introduce', {
			...{ group: village.group.id, woman: '', about: '', sort: 'trade', asked: 'on', key: newPublicId(15) },
			...values
		});
	const idIn = (answer: Response) =>
		/introductions\/([a-z0-9]{15})/.exec(answer.headers.get('location') ?? '')![1]!;
	const follow = (browser: Browser, id: string, what: string, values: Record<string, string>) =>
		browser.submit(`/trainer/partners/introductions/${id}?/${what}`, { key: newPublicId(15), ...values });
	const today = () => new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
	const all = async (partner: string) =>
		(await introductionsFor({ trainer: '', places: [] }, { partner }, { most: 50, skip: 0 })).introductions;

	test('is made by a person, with her yes, of a verified partner, to a group of her own', async () => {
		const { id } = await verifiedPartner({ by: trainer, manager });
		const woman = village.women[0]!.id;
		for (const [values, status] of [
			[{ asked: '' }, 400],
			[{ sort: 'friends' }, 400],
			[{ sort: 'mentor' }, 400],
			[{ about: 'gold' }, 400],
			[{ key: '' }, 400],
			[{ woman: elsewhere.women[0]!.id }, 403],
			[{ group: elsewhere.group.id }, 403],
			[{ group: 'a'.repeat(15) }, 404]
		] as const)
			expect((await introduce(trainer, id, values)).status, JSON.stringify(values)).toBe(status);
		expect((await introduce(stranger, id)).status).toBe(403);
		expect(await all(id)).toHaveLength(0);
		const unverified = typed();
		await trainer.submit('/trainer/partners/new?/enter', unverified);
		expect((await introduce(trainer, (await partnerNamed(unverified.name!)).id)).status).toBe(409);
		expect((await introduce(trainer, id, { woman })).status).toBe(303);
	});

	test('is counted once: the same two again go on with the same one', async () => {
		const partner = await verifiedPartner({ by: trainer, manager });
		const key = newPublicId(15);
		const woman = village.women[0]!.id;
		const first = await introduce(trainer, partner.id, { woman, key });
		expect(first.headers.get('location')).toContain('done=made');
		const id = idIn(first);
		// The form twice; another form; and by somebody else at the same time.
		expect((await introduce(trainer, partner.id, { woman, key })).headers.get('location')).toContain(id);
		const others = await Promise.all([
			introduce(trainer, partner.id, { woman }),
			introduce(manager, partner.id, { woman })
		]);
		for (const answer of others) expect(idIn(answer)).toBe(id);
		expect(await all(partner.id)).toHaveLength(1);
		await follow(trainer, id, 'end', { version: '1', why: 'price', words: 'Đắt quá' });
		const again = await introduce(trainer, partner.id, { woman });
		expect(again.headers.get('location')).toContain('done=resumed');
		expect(await all(partner.id)).toMatchObject([
			{
				id,
				endedWhy: '',
				steps: [{ step: 'proposed' }, { step: 'ended', words: 'Đắt quá' }, { step: 'resumed' }]
			}
		]);
		const span = { fromDay: today(), toDay: today() };
		const figures = await introductionFigures({ trainer: village.trainer.id, places: [] }, span);
		const proposed = figures.filter(({ step }) => step === 'proposed');
		const mine = (
			await introductionsFor({ trainer: village.trainer.id, places: [] }, {}, { most: 500, skip: 0 })
		).total;
		expect(proposed.reduce((sum, { introductions }) => sum + introductions, 0)).toBe(mine);
		// Of a group and of a woman in it are two: each is another seller.
		await introduce(trainer, partner.id);
		expect(await all(partner.id)).toHaveLength(2);
	});

	test('is followed step by step: in order, on days that were, with sane amounts', async () => {
		const { id: partner } = await verifiedPartner({ by: trainer, manager });
		const id = idIn(await introduce(trainer, partner));
		const step = (values: Record<string, string>, browser = trainer) =>
			follow(browser, id, 'step', { day: today(), amount: '', words: '', ...values });
		const tomorrow = new Date(Date.now() + 31 * 3600_000).toISOString().slice(0, 10);
		for (const [values, says] of [
			[{ step: '' }, 'Chọn một bước'],
			[{ step: 'session' }, 'Chọn một bước'],
			[{ step: 'proposed' }, 'đã qua rồi'],
			[{ step: 'met', day: tomorrow }, 'chưa đến'],
			[{ step: 'met', day: '2019-01-01' }, 'lâu quá'],
			[{ step: 'met', day: 'hôm qua' }, 'Chọn một ngày'],
			[{ step: 'order', amount: 'nhiều' }, 'bằng chữ số'],
			[{ step: 'order', amount: '500' }, 'từ 1.000 đồng'],
			[{ step: 'order', amount: '10.000.000.000' }, 'nhiều nhất là 5.000.000.000'],
			[{ step: 'met', words: 'x'.repeat(500) }, 'Dài quá']
		] as const) {
			const answer = await step({ ...values, version: '1' });
			expect(answer.status, says).toBe(400);
			expect(await answer.text()).toContain(says);
		}
		expect((await step({ step: 'met', version: '1' })).status).toBe(200);
		expect((await step({ step: 'order', amount: '3.200.000', version: '2' })).status).toBe(200);
		expect((await step({ step: 'talked', version: '3' })).status, 'it has been passed').toBe(400);
		expect((await step({ step: 'order', amount: '1 500 000', version: '3' })).status, 'another order').toBe(
			200
		);
		const [found] = await all(partner);
		expect(found?.steps.map(({ step: one, amount }) => [one, amount])).toEqual([
			['proposed', 0],
			['met', 0],
			['order', 3_200_000],
			['order', 1_500_000]
		]);
		const figures = await introductionFigures(
			{ trainer: '', places: [] },
			{ fromDay: today(), toDay: today() }
		);
		expect(
			figures.filter(
				({ group, step: one, amount }) => group === village.group.id && one === 'order' && amount > 0
			)
		).toMatchObject([{ introductions: 1, amount: 4_700_000 }]);
	});

	test('two at one: the second is told who and what, and what she wrote stands; the same form twice is one', async () => {
		const { id: partner } = await verifiedPartner({ by: trainer, manager });
		const id = idIn(await introduce(trainer, partner));
		const key = newPublicId(15);
		const met = { step: 'met', day: today(), version: '1', key };
		for (const _ of [1, 2]) expect((await follow(trainer, id, 'step', met)).status).toBe(200);
		const late = await follow(manager, id, 'step', {
			...{ step: 'sample', day: today(), version: '1', words: 'Đã gửi hai chai' }
		});
		expect(late.status).toBe(409);
		const text = await late.text();
		expect(text).toContain('Cô trainer');
		expect(text).toContain('Đã gặp');
		expect(text).toContain('Đã gửi hai chai');
		expect((await all(partner))[0]?.steps).toHaveLength(2);
		expect((await follow(manager, id, 'step', { step: 'sample', day: today(), version: '2' })).status).toBe(
			200
		);
	});

	test('ends with why, goes on, and a step that was not so is taken back', async () => {
		const { id: partner } = await verifiedPartner({ by: trainer, manager });
		const id = idIn(await introduce(trainer, partner));
		expect((await follow(trainer, id, 'end', { version: '1', why: 'vui' })).status).toBe(400);
		expect((await follow(trainer, id, 'resume', { version: '1' })).status).toBe(409);
		expect((await follow(trainer, id, 'back', { version: '1', step: id })).status).toBe(409);
		await follow(trainer, id, 'step', { step: 'met', day: today(), version: '1' });
		const [, met] = (await all(partner))[0]!.steps;
		expect((await follow(trainer, id, 'back', { version: '2', step: met!.id })).status).toBe(200);
		expect((await all(partner))[0]).toMatchObject({ step: 'proposed', version: 3 });
		expect((await follow(trainer, id, 'end', { version: '3', why: 'no_answer' })).status).toBe(200);
		expect((await follow(trainer, id, 'step', { step: 'met', day: today(), version: '4' })).status).toBe(400);
		expect((await follow(trainer, id, 'resume', { version: '4' })).status).toBe(200);
		expect((await follow(trainer, id, 'step', { step: 'met', day: today(), version: '5' })).status).toBe(200);
	});

	test('is seen by who looks after the group, and by nobody else', async () => {
		const { id: partner, name } = await verifiedPartner({ by: trainer, manager });
		const woman = village.women[0]!;
		const id = idIn(await introduce(trainer, partner, { woman: woman.id }));
		const far = await signedIn((await newStaff('manager', ['01'])).email);
		for (const [who, status] of [
			[trainer, 200],
			[manager, 200],
			[placed, 200],
			[stranger, 403],
			[far, 403]
		] as const) {
			expect((await page(`/trainer/partners/introductions/${id}`, who)).status).toBe(status);
			const { text } = await page('/trainer/partners/introductions?show=all', who);
			expect(text.includes(name)).toBe(status === 200);
			const mine = await page(`/trainer/partners/${partner}`, who);
			expect(mine.text.includes(woman.name)).toBe(status === 200);
			for (const what of ['step', 'end', 'resume', 'back'])
				if (status === 403) expect((await follow(who, id, what, { version: '1' })).status).toBe(403);
		}
	});

	test('she hears of it in words, without anybody’s number; when the partner is suspended it is taken back', async () => {
		const partner = await verifiedPartner({ by: trainer, manager });
		await introduce(trainer, partner.id, { woman: village.women[0]!.id, mayGiveContact: 'on' });
		const heardOf = async () =>
			(await phone.sync([], { notices: '' })).changes.notices!.all.filter(
				({ kind, body }) => kind === 'introduction' && (body as { partner: string }).partner === partner.name
			);
		const [notice, ...more] = await heardOf();
		expect(more).toHaveLength(0);
		expect(notice?.body).toEqual({ partner: partner.name, kind: 'retailer', sort: 'trade', whom: 'learner' });
		expect(JSON.stringify(notice)).not.toContain(partner.phone);
		await act(manager, partner.id, 'suspend', { reason: 'Không trả tiền', version: '2' });
		expect(await heardOf()).toHaveLength(0);
		const [found] = await all(partner.id);
		const step = { step: 'met', day: today(), version: '1' };
		const refused = await follow(trainer, found!.id, 'step', step);
		expect(refused.status).toBe(409);
		expect((await follow(trainer, found!.id, 'end', { version: '1', why: 'fraud' })).status).toBe(200);
	});

	test('a mentor stands beside a group, and each session is noted', async () => {
		const expert = await verifiedPartner(
			{ by: trainer, manager },
			{ kind: 'expert', want0Kind: '', gives: 'advice', place: 'Thành phố Hà Nội' }
		);
		expect((await page('/trainer/partners/matches', trainer)).text).toContain(expert.name);
		const mentor = { sort: 'mentor', about: 'advice' };
		expect((await introduce(trainer, expert.id, { ...mentor, woman: village.women[0]!.id })).status).toBe(
			400
		);
		const id = idIn(await introduce(trainer, expert.id, mentor));
		for (const version of ['1', '2'])
			expect((await follow(trainer, id, 'step', { step: 'session', day: today(), version })).status).toBe(
				200
			);
		expect((await follow(trainer, id, 'step', { step: 'order', day: today(), version: '3' })).status).toBe(
			400
		);
		const span = { fromDay: today(), toDay: today() };
		const sessions = (await introductionFigures({ trainer: village.trainer.id, places: [] }, span)).filter(
			({ sort, step }) => sort === 'mentor' && step === 'session'
		);
		expect(sessions, 'counted once').toMatchObject([{ introductions: 1, partnerKind: 'expert' }]);
	});
});

describe('a thousand partners', () => {
	test('are searched and paged, and nothing in the file is a formula', async () => {
		const partners = (await pocketbase()).collection('partners');
		const mark = newPublicId(6);
		const row = (n: number) => ({
			...{
				name: `=HYPERLINK("x") ${mark} ${n}`,
				kind: 'retailer',
				contactName: '+84',
				phone: '',
				wants: '[]'
			},
			...{ email: `a${n}@b.example`, place: 'Thái Nguyên', province: '19', gives: '["buying"]', about: '-1' },
			...{ nameKey: `hyper${mark}${n}`, searchKey: `hyperlink ${mark} ${n}`, state: 'verified', version: 1 }
		});
		for (let n = 0; n < 1000; n += 50)
			await Promise.all(Array.from({ length: 50 }, (_, k) => partners.create(row(n + k))));
		const { text } = await page(`/trainer/partners?q=${mark}`, trainer);
		expect(text).toContain('1.000 đối tác');
		expect(text.match(/href="\/trainer\/partners\/[a-z0-9]{15}"/g)).toHaveLength(50);
		const last = await page(`/trainer/partners?q=${mark}&page=20&kind=retailer`, trainer);
		expect(last.text.match(/href="\/trainer\/partners\/[a-z0-9]{15}"/g)).toHaveLength(50);
		for (const broken of ['page=-1', 'page=x', 'kind=bank', 'place=0', "q=%25'--"])
			expect((await page(`/trainer/partners?${broken}`, trainer)).status).toBe(200);
		const file = await trainer.fetch(`/trainer/partners/file?q=${mark}`);
		const csv = await file.text();
		expect(file.headers.get('content-type')).toContain('text/csv');
		expect(csv.split('\n').filter((line) => line.includes(mark))).toHaveLength(1000);
		expect(csv).toContain(`'=HYPERLINK`);
		expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
	}, 120_000);
});
