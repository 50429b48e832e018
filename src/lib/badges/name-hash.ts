/** Her name with a salt that only she hands out, as an IdentityObject has it (Open Badges 3.0, 8.6: `sha256$` and
 * the hash of the identity followed by the salt). */
export async function nameHash(name: string, salt: string): Promise<string> {
	const bytes = new TextEncoder().encode(name.normalize('NFC') + salt);
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return `sha256$${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
