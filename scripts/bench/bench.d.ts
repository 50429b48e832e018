interface Window {
	/** ms after navigation began at which the first clip could be heard (scripts/bench/phone.mjs). */
	__heardAtMs?: number;
	__slowestTapMs?: number;
}
