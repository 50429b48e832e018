import type { HerShop } from '$lib/offline/shop/load-shop';

/** Follows her shop: undefined until it is known, null where this browser keeps nothing. */
export class FollowShop {
	her = $state.raw<HerShop | null | undefined>();

	/** @param open opens her profile, or makes a guest's @returns stops it */
	start(open: () => Promise<unknown>): () => void {
		let stop = () => {};
		let isLeft = false;
		void open().then(async (profile) => {
			const { watchShop } = await import('$lib/offline/shop/watch-shop');
			if (isLeft) return;
			if (!profile) return void (this.her = null);
			const watching = watchShop(
				(her) => (this.her = her ?? null),
				() => (this.her ??= null)
			);
			stop = () => watching.unsubscribe();
		});
		return () => {
			isLeft = true;
			stop();
		};
	}
}
