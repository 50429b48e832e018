/** Where the phone notes when it last asked which of her recordings the server has. */
export const outboxAskedKey = (profile: string) => `outbox-asked:${profile}`;
