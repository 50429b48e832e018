import { beforeAll, describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { progressOf } from '$lib/server/repositories/progress';
import { issueCard, revokeCard } from '$lib/server/repositories/learners';
import { newCode, newSecret } from '$lib/server/secrets';
import { Browser } from './browser';
import { newVillage, type Village, type Woman } from './people';
import { heard, newId, Phone } from './phone';

let village: Village;
let woman: Woman;
beforeAll(async () => {
	village = await newVillage(3);
	woman = village.women[0] as Woman;
});

describe('a card', () => {
	test('says whom it opens, by QR code and by digits however typed, and nothing more', async () => {
		const { secret, code } = woman.card;
		const typed = `${code.slice(0, 4)} ${code.slice(4, 6)}-${code.slice(6)}`;
		for (const shown of [{ secret }, { code }, { code: typed }]) {
			const response = await new Browser().post('/api/join/look', shown);
			expect(response.status).toBe(200);
			expect(await response.json()).toEqual({
				learner: { name: woman.name, picture: 'sunflower' },
				group: { name: village.group.name }
			});
		}
	});

	test('opens her profile on two phones, each with a session of its own', async () => {
		const [one, two] = [await new Phone().join(woman), await new Phone().join(woman)];
		await one.sync(one.events(heard(1)));
		const { changes } = await two.sync(two.events(heard(2)));
		expect(changes.events.map(({ device }) => device)).toContain(one.device);
		expect(changes.learner).toEqual({
			id: woman.id,
			name: woman.name,
			picture: 'sunflower',
			pattern: null,
			group: village.group.name,
			codeResetAtMs: null
		});
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1, 2]);
	});

	test('is not used up by looking, nor by joining', async () => {
		const phone = await new Phone().join(woman);
		await phone.join(woman);
		await new Phone().join(woman);
	});

	test("does not open a device that is another woman's", async () => {
		const phone = await new Phone().join(village.women[1] as Woman);
		const response = await phone.browser.post('/api/join', {
			secret: woman.card.secret,
			device: phone.device
		});
		expect(response.status).toBe(409);
		expect((await phone.sync()).changes.learner.id).toBe(village.women[1]?.id);
	});

	test('that was replaced or revoked opens nothing; phones that joined stay', async () => {
		const other = village.women[2] as Woman;
		const phone = await new Phone().join(other);
		const card = await issueCard(other.id);
		const old = await new Browser().post('/api/join', { secret: other.card.secret, device: newId() });
		expect(old.status).toBe(404);
		await revokeCard(other.id);
		for (const path of ['/api/join/look', '/api/join']) {
			const response = await new Browser().post(path, { ...{ secret: card.secret }, device: newId() });
			expect(response.status).toBe(410);
			expect(await response.json()).toMatchObject({ code: 'join_revoked' });
		}
		await phone.sync();
	});

	test('stands in the store only as a hash', async () => {
		const row = await (await pocketbase()).collection('learners').getOne(woman.id);
		const text = JSON.stringify(row);
		expect(text).not.toContain(woman.card.secret);
		expect(text).not.toContain(woman.card.code);
		expect(row).toMatchObject({ secretHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
	});
});

describe('what is no card', () => {
	test.each([
		{ what: 'an unknown secret', body: { secret: newSecret() }, status: 404, code: 'join_unknown' },
		{ what: 'an unknown code', body: { code: newCode() }, status: 404, code: 'join_unknown' },
		{ what: 'seven digits', body: { code: '1234567' }, status: 400, code: 'malformed' },
		{ what: 'a short secret', body: { secret: 'abc' }, status: 400, code: 'malformed' },
		{ what: 'a filter', body: { secret: '" || id != "aaaaaaaaa' }, status: 400, code: 'malformed' },
		{ what: 'an empty code', body: { code: '' }, status: 400, code: 'malformed' },
		{ what: 'nothing', body: {}, status: 400, code: 'malformed' },
		{ what: 'broken JSON', body: '{', status: 400, code: 'malformed' },
		{ what: 'a long body', body: `{"code":"${'1'.repeat(5000)}"}`, status: 413, code: 'too_large' }
	])('$what: $status $code', async ({ body, status, code }) => {
		const response = await new Browser().post('/api/join/look', body);
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ code, message: expect.any(String) as string });
	});

	test('guessing ends after thirty tries from one address; others and good cards elsewhere go on', async () => {
		const guesser = new Browser();
		const statuses = [];
		for (let n = 0; n < 31; n++)
			statuses.push((await guesser.post('/api/join/look', { secret: newSecret() })).status);
		expect(statuses.filter((status) => status === 404)).toHaveLength(30);
		const refused = await guesser.post('/api/join', { secret: woman.card.secret, device: newId() });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await new Browser().post('/api/join/look', { secret: woman.card.secret })).status).toBe(200);
	});

	test('thirty guesses at once do not slip through', async () => {
		const guesser = new Browser();
		const tries = Array.from({ length: 60 }, () => guesser.post('/api/join/look', { secret: newSecret() }));
		const statuses = (await Promise.all(tries)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 404)).toHaveLength(30);
	});

	test('women who join in one room do not use up its tries', async () => {
		const room = new Browser();
		for (let n = 0; n < 10; n++) {
			const others = (await newVillage(1)).women;
			for (let again = 0; again < 4; again++)
				expect((await room.post('/api/join/look', { secret: others[0]?.card.secret })).status).toBe(200);
		}
	});
});
