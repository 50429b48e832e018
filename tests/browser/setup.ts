import { House } from '../../scripts/testing/house.mjs';
import { TEMPLATE } from './journey';

/** Builds the app and fills one house with the real lessons; each journey starts in a copy of it within seconds. */
export default async function setup(): Promise<() => Promise<void>> {
	const house = await new House().start();
	await house.stop();
	process.env[TEMPLATE] = house.dataDir;
	return () => house.remove();
}
