import type { Offer } from '$lib/domain/product';
import type { TroubleCode } from '$lib/offline/trouble';
import type { Prepared } from '$lib/offline/outbox';

/** What is asked, in this order; what the review alone leads to stands behind it. */
export const STEPS = ['photo', 'name', 'story', 'price', 'stock', 'ways', 'made', 'who', 'review'] as const;
export type Step = (typeof STEPS)[number] | 'ocop' | 'group' | 'sign' | 'done';

type Start = {
	profile: string;
	offer: Partial<Offer> & { product: string };
	step: Step;
	blobs?: Prepared[];
	/** A product that is offered already: each step leads back to the review. */
	isKnown: boolean;
	/** Whether her stall has a name. */
	hasSign: boolean;
};

/** One product on its way into her stall. Whatever she does is kept at once as a draft. */
export class Selling {
	offer = $state.raw<Partial<Offer> & { product: string }>({ product: '' });
	blobs = $state.raw<Prepared[]>([]);
	step = $state<Step>('photo');
	trouble = $state<TroubleCode | null>(null);
	hasSign = $state(false);
	readonly profile: string;
	readonly isKnown: boolean;
	/** Steps asked for from the review lead back to it. */
	#seenReview = false;

	constructor({ profile, offer, step, blobs = [], isKnown, hasSign }: Start) {
		this.profile = profile;
		this.isKnown = isKnown;
		this.hasSign = hasSign;
		this.offer = offer;
		this.blobs = blobs;
		this.step = step;
		this.#seenReview = isKnown || step === 'review';
	}

	/** Keeps what she said of it. */
	async set(values: Partial<Offer>, blob?: Prepared): Promise<void> {
		this.offer = { ...this.offer, ...values };
		if (blob && !this.blobs.some(({ sha256 }) => sha256 === blob.sha256)) this.blobs = [...this.blobs, blob];
		await this.#keep();
	}

	go(step: Step): void {
		if (step === 'review') this.#seenReview = true;
		this.step = step;
		if (step !== 'done') void this.#keep();
	}

	next(): void {
		if (this.#seenReview) return this.go('review');
		const at = STEPS.indexOf(this.step as (typeof STEPS)[number]);
		this.go(STEPS[at + 1] ?? 'review');
	}

	/** One step back; undefined: out of here. */
	get before(): Step | undefined {
		if (this.step === 'done' || (this.step === 'review' && this.isKnown)) return undefined;
		if (this.#seenReview && this.step !== 'review') return 'review';
		const at = STEPS.indexOf(this.step as (typeof STEPS)[number]);
		return at > 0 ? STEPS[at - 1] : undefined;
	}

	/** Pictures and recordings that the offer still names. */
	get named(): Prepared[] {
		const { photos = [], story, name } = this.offer;
		const wanted = [...photos, story?.blob, name?.voice?.blob];
		return this.blobs.filter(({ sha256 }) => wanted.includes(sha256));
	}

	/** The offer, its pictures and its words go into the database together; the draft goes. */
	async publish(): Promise<void> {
		const [{ recordShop }, { forgetDraft }] = await Promise.all([
			import('$lib/offline/shop/record-shop'),
			import('$lib/offline/shop/drafts')
		]);
		const data = whole(this.offer);
		const kept = await recordShop(this.profile, { kind: 'product.offered', data }, this.named);
		if (kept.kind === 'trouble') return void (this.trouble = kept.code);
		this.step = 'done';
		await forgetDraft(this.profile, data.product);
	}

	async #keep(): Promise<void> {
		const { keepDraft } = await import('$lib/offline/shop/drafts');
		const { profile, step, offer, named: blobs } = this;
		const kept = await keepDraft({ profile, product: offer.product, step, offer, blobs });
		this.trouble = kept.kind === 'trouble' ? kept.code : null;
	}
}

/** What was not asked has a value that says nothing. */
export function whole(offer: Partial<Offer> & { product: string }): Offer {
	return {
		name: { kind: 'brocade' },
		price: 0,
		unit: 'piece',
		costs: { material: 0, hours: 0, hourlyRate: 0, transport: 0 },
		stock: 1,
		deliveries: ['here'],
		photos: [],
		story: null,
		made: { from: [] },
		ocopStars: 0,
		ocopCertificate: '',
		inGroup: false,
		...offer
	};
}
