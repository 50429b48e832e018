/** What the house itself says to PocketBase; everything else is said by the app. */

const ANSWER_WITHIN_MS = 5000;

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export async function isHealthy(url) {
	try {
		return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
	} catch {
		return false;
	}
}

/**
 * @param {string} url
 * @param {{ email: string, password: string }} account
 * @returns {Promise<string | undefined>} a token; undefined when PocketBase does not know the account
 */
export async function signIn(url, { email, password }) {
	const answer = await post(`${url}/api/collections/services/auth-with-password`, {
		identity: email,
		password
	});
	if (!answer.ok) return undefined;
	const { token } = /** @type {{ token: string }} */ (await answer.json());
	return token;
}

/**
 * @param {string} url
 * @param {string} token
 * @returns {Promise<string | undefined>} the e-mail address of a manager, if there is one
 */
export async function anyManager(url, token) {
	const filter = encodeURIComponent('role = "manager"');
	const answer = await fetch(`${url}/api/collections/staff/records?perPage=1&sort=created&filter=${filter}`, {
		headers: { authorization: token },
		signal: AbortSignal.timeout(ANSWER_WITHIN_MS)
	});
	if (!answer.ok) throw new Error(`PocketBase answered ${answer.status} when asked for managers`);
	const { items } = /** @type {{ items: { email: string }[] }} */ (await answer.json());
	return items[0]?.email;
}

/**
 * @param {string} url
 * @param {string} token
 * @param {{ email: string, password: string }} account
 */
export async function createManager(url, token, { email, password }) {
	const row = { email, password, passwordConfirm: password, name: 'Manager', role: 'manager', active: true };
	const answer = await post(`${url}/api/collections/staff/records`, { ...row, verified: true }, token);
	if (!answer.ok) throw new Error(`PocketBase answered ${answer.status} when the first manager was made`);
}

/**
 * @param {string} address
 * @param {unknown} body
 * @param {string} [token]
 */
function post(address, body, token) {
	return fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token ? { authorization: token } : {}) },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(ANSWER_WITHIN_MS)
	});
}
