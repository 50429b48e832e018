import { createHmac } from 'node:crypto';

/** What other systems call a learner: always the same for her, no way back to her id without this server's pepper. */
export const pseudonymOf = (learner: string, pepper: string): string =>
	createHmac('sha256', pepper).update(`interop:${learner}`).digest('hex').slice(0, 32);
