import type { Principal } from '$lib/server/session';

declare global {
	namespace App {
		/** `code` is stable and documented in docs/errors.md; `message` is safe to show. */
		interface Error {
			code: string;
			message: string;
		}
		interface Locals {
			principal: Principal;
		}
	}
}

export {};
