/** What may be wrong with how a text is said, the worst first. */
export const CLIP_FAULTS = ['missing', 'silent', 'clipped', 'short', 'long', 'synthetic'] as const;
export type ClipFault = (typeof CLIP_FAULTS)[number];

/** A text that ought to be heard, and what says it; `clip` is null when nothing does. */
export type LookedAt = { text: string; clip: string | null; ms: number; fault: ClipFault | null };
