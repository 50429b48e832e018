import type { TestProject } from 'vitest/node';
import { House, MANAGER } from '../../scripts/testing/house.mjs';

declare module 'vitest' {
	interface ProvidedContext {
		house: { origin: string; dataDir: string; manager: { email: string; password: string } };
	}
}

/** One house for all API tests: the real server on a real PocketBase. Each test says from which address it calls, so
 * that their rate limits do not meet. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const house = await new House().start({
		env: { ADDRESS_HEADER: 'x-test-address', LOG_LEVEL: 'silent', ALLOW_PRIVATE_TARGETS: '1' }
	});
	project.provide('house', { origin: house.origin, dataDir: house.dataDir, manager: MANAGER });
	return () => house.remove();
}
