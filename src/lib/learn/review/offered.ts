/** Who was offered questions before which lesson since the app was opened. */
const offered = new Set<string>();

/** Once she has seen them, answered or skipped, the lesson stands open to her. */
export const wasOffered = (profile: string, lesson: string): boolean => offered.has(`${profile} ${lesson}`);
export const keepOffered = (profile: string, lesson: string): void =>
	void offered.add(`${profile} ${lesson}`);
