import { randomBytes } from 'node:crypto';
import type { Event, Happening } from '$lib/domain/event';
import type { SyncResponse } from '$lib/domain/sync';
import { Browser } from './browser';
import type { Woman } from './people';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A ULID-shaped id that no other test uses. */
export const newId = () => [...randomBytes(26)].map((byte) => CROCKFORD[byte % 32]).join('');

/** One profile on one phone, spoken for by plain requests. */
export class Phone {
	device = newId();
	nextSeq = 1;

	constructor(readonly browser = new Browser()) {}

	async join({ card }: Pick<Woman, 'card'>): Promise<this> {
		const response = await this.browser.post('/api/join', { secret: card.secret, device: this.device });
		if (response.status !== 200)
			throw new Error(`join answered ${response.status}: ${await response.text()}`);
		return this;
	}

	/** Numbers what happened as this device's next events. */
	events(...happenings: Happening[]): Event[] {
		return happenings.map((what) => ({
			...what,
			id: newId(),
			device: this.device,
			seq: this.nextSeq++,
			at: Date.now()
		})) as Event[];
	}

	send(events: unknown[], rest: Record<string, unknown> = {}): Promise<Response> {
		return this.browser.post('/api/sync', { device: this.device, events, ...rest });
	}

	/** Sends and expects to be understood. */
	async sync(events: unknown[] = [], rest: Record<string, unknown> = {}): Promise<SyncResponse> {
		const response = await this.send(events, rest);
		if (response.status !== 200)
			throw new Error(`sync answered ${response.status}: ${await response.text()}`);
		return (await response.json()) as SyncResponse;
	}
}

export const heard = (card: number, lesson = 'nut-va-man-hinh'): Happening => ({
	kind: 'card.heard',
	data: { lesson, card }
});
export const answered = (question: number, right: boolean, lesson = 'nut-va-man-hinh'): Happening => ({
	kind: 'question.answered',
	data: { lesson, question, try: 1, right }
});
export const completed = (lesson = 'nut-va-man-hinh'): Happening => ({
	kind: 'lesson.completed',
	data: { lesson }
});
