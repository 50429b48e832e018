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
			/** Of a page that stands, and yet answers that something was wrong with what was asked. */
			status?: number;
		}
	}
}

export {};
