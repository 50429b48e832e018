import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '$lib/domain/event';
import { applyEvent, notStarted } from '$lib/domain/progress';
import { progressOf } from '$lib/server/repositories/progress';
import { stream } from '../fixtures/events';
import { naiveSeeing, rolledUp, storedOf } from './naive-seeing';
import { newVillage, type Woman } from './people';
import { newId, Phone } from './phone';

/** How the line between her phones and the server behaves: which event is sent when, and how often again. */
const line = fc.record({
	events: stream,
	/** For each event, when it is sent (they leave in this order) and whether it is sent a second time. */
	order: fc.array(fc.record({ rank: fc.nat(1000), again: fc.boolean() }), { minLength: 60, maxLength: 60 }),
	aCall: fc.integer({ min: 1, max: 12 })
});

/** Cards at the ends of what fits into the bits, questions few enough to be answered again and again. */
const CARDS = [1, 2, 31, 32, 49, 50];
function crowded(data: Event['data']): Event['data'] {
	if ('card' in data) return { ...data, card: CARDS[data.card - 1] ?? 1 };
	if ('try' in data)
		return { ...data, lesson: 'ma-pin-otp', question: data.question > 3 ? 50 : 1, try: data.try > 2 ? 2 : 1 };
	return data;
}

/** The stream's ids and devices are the same in every run: they get the phones' own. */
function asSentBy(phones: [Phone, Phone], events: Event[]): Event[] {
	return events.map((event) => ({
		...event,
		data: crowded(event.data),
		id: newId(),
		device: phones[event.device.startsWith('e') ? 1 : 0].device,
		// The store keeps 0 for "never": the first millisecond of 1970 counts as the second (pb_hooks/lib/sync-sql.js).
		at: Math.max(event.at, 1)
	})) as Event[];
}

async function deliver(phone: Phone, events: Event[], aCall: number): Promise<number> {
	let watermark = 0;
	for (let from = 0; from < events.length; from += aCall) {
		const answer = await phone.sync(events.slice(from, from + aCall));
		expect(answer.rejected).toEqual([]);
		watermark = answer.watermark;
	}
	return watermark;
}

describe("the server's roll-up", () => {
	test('is what the phone folds: any order, doubles, two phones at once, wrong clocks', async () => {
		const { women } = await newVillage(45);
		await fc.assert(
			fc.asyncProperty(line, async ({ events: made, order, aCall }) => {
				const woman = women.pop() as Woman;
				const phones: [Phone, Phone] = [await new Phone().join(woman), await new Phone().join(woman)];
				const events = asSentBy(phones, made);
				const sent = events
					.flatMap((event, at) => (order[at]?.again ? [event, event] : [event]))
					.map((event, at) => ({ event, rank: order[at % order.length]?.rank ?? 0 }))
					.sort((a, b) => a.rank - b.rank)
					.map(({ event }) => event);

				const shares = phones.map((phone) => sent.filter(({ device }) => device === phone.device));
				const watermarks = await Promise.all(
					phones.map((phone, n) => deliver(phone, shares[n] ?? [], aCall))
				);

				expect(await progressOf(woman.id)).toEqual(events.reduce(applyEvent, notStarted));
				// What trainers look at, by the plain meaning of the words.
				expect(await rolledUp(woman.id)).toEqual(naiveSeeing(await storedOf(woman.id)));
				expect(watermarks).toEqual(
					phones.map((phone) => events.filter(({ device }) => device === phone.device).length)
				);
				// And each phone can fold the same from what the other one did.
				for (const phone of phones) {
					const { changes } = await phone.sync();
					const own = events.filter(({ device }) => device === phone.device);
					expect([...own, ...changes.events].reduce(applyEvent, notStarted)).toEqual(
						await progressOf(woman.id)
					);
				}
			}),
			{ numRuns: 40, endOnFailure: true }
		);
	}, 120_000);
});
