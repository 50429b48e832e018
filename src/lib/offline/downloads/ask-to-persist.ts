/** Asks the browser not to empty this site's storage when the phone runs low. @returns whether it agreed */
export async function askToPersist(): Promise<boolean> {
	try {
		return (await navigator.storage.persisted()) || (await navigator.storage.persist());
	} catch {
		return false;
	}
}
