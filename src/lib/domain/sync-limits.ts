/** One call of POST /api/sync carries at most this much; the phone sends the rest in the next call. */
export const MAX_EVENTS_A_CALL = 500;
export const MAX_BYTES_A_CALL = 512 * 1024;
/** What a phone sends at once: small enough for a weak signal, large enough to be worth the round trip. */
export const EVENTS_A_PUSH = 50;
