/** Lessons before which questions were offered since the app was opened. */
const offered = new Set<string>();

/** Once she has seen them, answered or skipped, the lesson stands open. */
export const wasOffered = (lesson: string): boolean => offered.has(lesson);
export const keepOffered = (lesson: string): void => void offered.add(lesson);
