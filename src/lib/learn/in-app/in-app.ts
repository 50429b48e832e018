/** Browsers inside other apps: their names in the user agent (Zalo; Facebook and Messenger; Instagram; LINE; TikTok;
 * Viber), and Android's own sign of a page inside an app ("; wv"). Zalo's was not tried on a phone. */
const IN_APP =
	/\b(Zalo|FBA[NV]|FB_IAB|Messenger|Instagram|Line\/|musical_ly|BytedanceWebview|TikTok|Viber)|; wv\)/i;
const ANDROID = /\bAndroid\b/i;

export const isInApp = (userAgent: string): boolean => IN_APP.test(userAgent);

/**
 * Whether this browser keeps nothing of what she does, so that joining and downloading here would be lost: another
 * app's browser, or one where neither a worker nor a database can be had. Without https no browser has them: then
 * another one would not help.
 */
export async function keepsNothing(): Promise<boolean> {
	if (isInApp(navigator.userAgent)) return true;
	if (!globalThis.isSecureContext) return false;
	return !('serviceWorker' in navigator) || !(await hasDatabase());
}

/** Some browsers have the name of a database and refuse to open one. */
function hasDatabase(): Promise<boolean> {
	return new Promise((resolve) => {
		try {
			const name = 'ban-may-probe';
			const opening = indexedDB.open(name);
			opening.onsuccess = () => {
				opening.result.close();
				indexedDB.deleteDatabase(name);
				resolve(true);
			};
			opening.onerror = opening.onblocked = () => resolve(false);
		} catch {
			resolve(false);
		}
	});
}

/**
 * The address that opens this page in Chrome, with her place and whatever stands behind the `#`: Android splits at
 * the last "#Intent;" (developer.chrome.com/docs/android/intents), so a secret stays in the fragment all the way.
 * @returns undefined where there are no such addresses (an iPhone)
 */
export function chromeAddress(url: string, userAgent: string): string | undefined {
	if (!ANDROID.test(userAgent)) return undefined;
	const { protocol, host, pathname, search, hash } = new URL(url);
	const scheme = protocol.slice(0, -1);
	return `intent://${host}${pathname}${search}${hash}#Intent;scheme=${scheme};package=com.android.chrome;end`;
}
