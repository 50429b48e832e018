import { beforeEach, describe, expect, test } from 'vitest';
import { joinedPhone, mai, type Tab } from '../../../../tests/fixtures/phone';
import type { Event } from '../../domain/event';

let tab: Tab;
let id: string;
let outbox: typeof import('../outbox');
let mine: typeof import('./load-mine');
let withdraw: typeof import('./withdraw-voice');
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	outbox = await import('../outbox');
	mine = await import('./load-mine');
	withdraw = await import('./withdraw-voice');
});

let n = 0;
async function ask() {
	const blob = new Blob([new Uint8Array(20).fill(++n)], { type: 'audio/webm' });
	const said = await outbox.prepareBlob(blob);
	if (said.kind !== 'prepared') throw new Error(said.kind);
	const data = { blob: said.sha256, seconds: 3, field: 'scams' as const };
	await outbox.recordWithBlobs(id, { kind: 'question.asked', data }, [said]);
	const [newest] = await mine.loadMine(id);
	return newest!;
}
const states = async () => (await mine.loadMine(id)).map(({ state }) => state);
const deliver = async () => {
	const { nextSeq } = (await tab.db.profiles.get(id))!;
	await tab.db.profiles.update(id, { watermark: nextSeq - 1 });
};

describe('what she asked', () => {
	test('waits until both the event and its sound are at the server', async () => {
		const { blob } = await ask();
		expect(await states()).toEqual(['waits']);
		await deliver();
		expect(await states()).toEqual(['waits']);
		await outbox.settleBlobs(id, new Map([[blob, 'there']]));
		expect(await states()).toEqual(['sent']);
	});
	test('stays on the phone of a guest', async () => {
		await tab.db.profiles.update(id, { learner: null });
		await ask();
		expect(await states()).toEqual(['local']);
		await tab.joinProfile(id, mai);
		expect(await states()).toEqual(['waits']);
	});
	test('is answered when a notice answers it', async () => {
		const { id: question } = await ask();
		const body = { clip: `${'a'.repeat(64)}.ogg`, ms: 1, bytes: 1, question, field: 'scams' };
		const notice = { id: 'n', kind: 'answer', body } as never;
		await tab.db.notices.put({ profile: id, id: 'n', notice });
		expect(await states()).toEqual(['answered']);
	});
	test('is consented to by her last word', async () => {
		const { id: voice } = await ask();
		const say = (yes: boolean, at: number) =>
			tab.record(id, { kind: 'question.consented', data: { voice, yes } }, undefined, () => at);
		expect((await mine.loadMine(id))[0]!.consent).toBeNull();
		await say(true, 2);
		await say(false, 1);
		expect((await mine.loadMine(id))[0]!.consent).toBe(true);
	});
	test('taken back is gone from the phone with its sound, and the word is kept', async () => {
		const { id: voice } = await ask();
		await ask();
		expect(await withdraw.withdrawVoice(id, voice)).toEqual({ kind: 'withdrawn' });
		expect(await mine.loadMine(id)).toHaveLength(1);
		expect(await tab.db.outbox.count()).toBe(1);
		const kinds = (await tab.db.events.toArray()).map(({ kind }) => kind);
		expect(kinds).toContain('voice.withdrawn');
	});
	test('from her other phone stands here too, as sent', async () => {
		const event = {
			...{ id: '0'.repeat(26), device: '1'.repeat(26), seq: 1, at: 5, kind: 'feedback.recorded' },
			data: { blob: 'f'.repeat(64), seconds: 2, where: { route: '/' } }
		} as Event;
		await tab.db.events.add({ ...event, profile: id });
		expect(await mine.loadMine(id)).toMatchObject([{ kind: 'feedback', state: 'sent' }]);
	});
});
