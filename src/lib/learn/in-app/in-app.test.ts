import { describe, expect, test } from 'vitest';
import { chromeAddress, isInApp } from './in-app';

const ANDROID = 'Mozilla/5.0 (Linux; Android 11; SM-A115F) AppleWebKit/537.36 (KHTML, like Gecko)';

describe("another app's browser", () => {
	test.each([
		[
			'Zalo',
			`${ANDROID} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12110731 ZaloTheme/light`
		],
		['Facebook', `${ANDROID} Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.0;]`],
		[
			'Messenger on an iPhone',
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) [FBAN/MessengerForiOS;FBAV/400.0]'
		],
		['TikTok', `${ANDROID} Chrome/120.0.0.0 Mobile Safari/537.36 musical_ly_2023 BytedanceWebview/d8a21c6`],
		[
			'a page inside some app',
			'Mozilla/5.0 (Linux; Android 11; SM-A115F; wv) AppleWebKit/537.36 Chrome/120.0.0.0'
		]
	])('is known: %s', (_name, agent) => expect(isInApp(agent)).toBe(true));

	test.each([
		['Chrome', `${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`],
		['Samsung', `${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
		['Firefox', 'Mozilla/5.0 (Android 11; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
		['Cốc Cốc', `${ANDROID} coc_coc_browser/120 Chrome/120.0.0.0 Mobile Safari/537.36`],
		[
			'Safari',
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1'
		]
	])('is not %s', (_name, agent) => expect(isInApp(agent)).toBe(false));
});

describe('the way into Chrome', () => {
	test('carries the place and the secret, which stays behind the #', () => {
		expect(chromeAddress('https://ban-may.vn/join?a=1#geheim-_9', ANDROID)).toBe(
			'intent://ban-may.vn/join?a=1#geheim-_9#Intent;scheme=https;package=com.android.chrome;end'
		);
	});
	test('is none on an iPhone', () => expect(chromeAddress('https://ban-may.vn/', 'iPhone')).toBeUndefined());
});
