import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '$lib/domain/event';
import { applyEvent, notStarted } from '$lib/domain/progress';
import { progressOf } from '$lib/server/repositories/progress';
import { House } from '../../scripts/testing/house.mjs';
import { Browser } from './browser';
import { connect } from './house';
import { newVillage, type Woman } from './people';
import { answered, completed, heard, Phone } from './phone';

const own = new House();
const backup = mkdtempSync(join(tmpdir(), 'ban-may-backup-'));
const env = { ADDRESS_HEADER: 'x-test-address', LOG_LEVEL: 'silent' };
const start = async () => {
	await own.start({ env });
	process.env.POCKETBASE_STARTS = String(Date.now());
	connect(own.dataDir);
};

beforeAll(start);
afterAll(async () => {
	await own.remove();
	rmSync(backup, { recursive: true, force: true });
	connect();
});

describe('a server that was put back to an old backup', () => {
	test('is filled up again by the phones, and gives their other phones what they missed', async () => {
		const { women } = await newVillage(2);
		const [woman, neighbour] = women as [Woman, Woman];
		const at = () => new Phone(new Browser(undefined, own.origin));
		const [phone, tablet, third] = [
			await at().join(woman),
			await at().join(woman),
			await at().join(neighbour)
		];

		const history: Event[] = phone.events(heard(1), answered(1, false));
		await phone.sync(history);
		await own.stop();
		cpSync(own.dataDir, backup, { recursive: true });

		await start();
		history.push(...phone.events(answered(1, true), heard(2), completed()));
		expect((await phone.sync(history.slice(2))).watermark).toBe(5);
		await third.sync(third.events(heard(3), heard(4)));
		const { cursor } = (await tablet.sync()).changes;
		const before = await progressOf(woman.id);

		await own.stop('SIGKILL');
		rmSync(own.dataDir, { recursive: true });
		cpSync(backup, own.dataDir, { recursive: true });
		await start();

		// The neighbour's events now stand where hers stood: the tablet's cursor points at another woman's.
		const told = await phone.sync();
		expect(told.watermark).toBe(2);
		await third.sync([...third.events(heard(5), heard(6), heard(7)).map((e, n) => ({ ...e, seq: n + 1 }))]);
		const owed = history.filter(({ seq }) => seq > told.watermark);
		expect((await phone.sync(owed)).watermark).toBe(5);

		expect(await progressOf(woman.id)).toEqual(before);
		expect(before).toEqual(history.reduce(applyEvent, notStarted));
		const { changes } = await tablet.sync([], { since: cursor });
		expect(changes.events.map(({ id }) => id).sort()).toEqual(history.map(({ id }) => id).sort());
	}, 120_000);
});
