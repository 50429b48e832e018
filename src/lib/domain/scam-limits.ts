// Apart from the schemas: what pages list must not bring valibot.

export const SCAM_KINDS = ['message', 'call', 'screenshot'] as const;
/** How a trick comes to her. */
export type ScamKind = (typeof SCAM_KINDS)[number];

/** The most that a trick may weigh on its way to the phone: its practice with all clips and pictures. One with two baits
 * and two signs weighs 50 kB. */
export const SCAM_MAX_BYTES = 80_000;

export const MAX_SCAM_TITLE = 60;
/** About twelve seconds of speech. */
export const MAX_SCAM_SAYS = 160;
export const MAX_MARK = 80;
export const MAX_MARKS = 4;
