import { beforeAll, describe, expect, test } from 'vitest';
import { issueCard } from '$lib/server/repositories/learners';
import type { Browser } from './browser';
import { newVillage, signedIn, type Village } from './people';
import { heard, Phone } from './phone';
import { press } from './press';

let village: Village;
let trainer: Browser;
let path: string;
beforeAll(async () => {
	village = await newVillage(2);
	trainer = await signedIn(village.trainer.email);
	path = `/api/groups/women/${village.women[0]!.id}`;
});

const ask = (etag = '') => trainer.fetch(path, { headers: etag ? { 'if-none-match': etag } : {} });
const etagNow = async () => (await ask()).headers.get('etag') ?? '';

describe('what a woman’s open page asks', () => {
	test('is answered 304 while nothing has changed, and tells nothing but that something has', async () => {
		const etag = await etagNow();
		const again = await ask(etag);
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect(await (await ask()).text()).toBe('{}');
		expect(again.headers.get('cache-control')).toBe('private, no-store');
	});

	test('is the mark that her page was made with, in each language', async () => {
		const pageOf = async () => (await trainer.fetch(`/trainer/women/${village.women[0]!.id}`)).text();
		const etag = (await etagNow()).replaceAll('"', '');
		expect(await pageOf()).toContain(etag);
		await trainer.submit('/trainer/language', { language: 'en', to: '/trainer' });
		expect(await pageOf()).toContain(etag);
	});

	test('changes with her phone’s sync, not with that of another', async () => {
		const join = async (n: number) => {
			const woman = village.women[n]!;
			return new Phone().join({ ...woman, card: await issueCard(woman.id) });
		};
		const [hers, other] = [await join(0), await join(1)];
		const joined = await etagNow();
		await other.sync(other.events(heard(1)));
		expect(await etagNow()).toBe(joined);
		await hers.sync(hers.events(heard(1)));
		const synced = await etagNow();
		expect(synced).not.toBe(joined);
		expect((await ask(joined)).status).toBe(200);
	});

	test('changes with a note that somebody else writes', async () => {
		const before = await etagNow();
		const form = { note: '', text: 'Đã hẹn.', key: 'aaaaaaaaaaaaaaa' };
		await press(trainer, `/trainer/women/${village.women[0]!.id}?/writeNote`, form);
		expect(await etagNow()).not.toBe(before);
	});
});
