/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} Lockfile
 */

/**
 * What package-lock.json asks for and node_modules does not have in that version. Optional packages are for other
 * systems and may be absent.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} here node_modules/.package-lock.json
 * @returns {string[]} their places, such as "node_modules/vite"
 */
export function missingPackages(wanted, here) {
	return Object.entries(wanted.packages ?? {})
		.filter(([place, { optional, devOptional }]) => {
			if (place === '') return false;
			const found = here.packages?.[place];
			if (!found) return !(optional || devOptional);
			return found.version !== wanted.packages?.[place]?.version;
		})
		.map(([place]) => place);
}
