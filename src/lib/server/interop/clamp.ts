/** 2020-01-01: a phone that says less was never set. The same number stands in pb_hooks/lib/when.js. */
export const FIRST_PLAUSIBLE_MS = 1_577_836_800_000;

/** When it happened, as far as can be told: the phone's clock, unless it runs ahead or was never set. */
export const clamped = ({ at, receivedAt }: { at: number; receivedAt: number }): number =>
	at > receivedAt || at < FIRST_PLAUSIBLE_MS ? receivedAt : at;
