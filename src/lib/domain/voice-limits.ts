// Apart from the schemas: what records on the phone must not bring valibot to it.

/** "Tell us": a sentence about what was unclear. */
export const MAX_TOLD_MS = 30_000;
/** A question to somebody who knows. */
export const MAX_ASKED_MS = 60_000;

/** What a question is about; each has a picture, and experts who know it. */
export const QUESTION_FIELDS = ['selling', 'payment', 'scams', 'products', 'phone'] as const;
export type QuestionField = (typeof QUESTION_FIELDS)[number];

/** So long a question may wait; then it stands first, and red. */
export const LATE_AFTER_MS = 3 * 24 * 3600_000;
