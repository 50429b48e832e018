import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { SignJWT } from 'jose';
import { signJwt, signProof } from '../../src/lib/badges/server/sign';
import { badge, DAY_MS, listWith, methods, strangers, type Keys } from '../fixtures/signed-badges';
import { expect, test } from './journey';

const SCHOOL = 'https://truong-nghe.example.org';
const SCHOOL_DID = 'did:web:truong-nghe.example.org';
const PLACE = 99;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** The checking page at a counter. Foreign issuers' answers are given at the edge of the browser: their host names
 * lead nowhere here. */
async function counter(browser: Browser, origin: string, answers: Record<string, () => string | undefined>) {
	const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' });
	await context.route(`${SCHOOL}/**`, async (route) => {
		const body = answers[new URL(route.request().url()).pathname]?.();
		if (body === undefined) await route.abort('connectionfailed');
		else await route.fulfill({ body, headers: { 'access-control-allow-origin': '*' } });
	});
	const page = await context.newPage();
	await page.goto(`${origin}/verify`);
	const answer = page.locator('.answer h1');
	return {
		page,
		says: async (verdict: string, why: string) => {
			await expect(answer).toHaveText(verdict);
			await expect(page.getByText(why)).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		},
		paste: async (text: string) => {
			await page.locator('textarea').fill(text);
			await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
		},
		drop: (name: string, mimeType: string, text: string) =>
			page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
	};
}

const stepsOf = async (page: Page) => {
	await page.getByText('Đã kiểm tra những gì?').click();
	return page.locator('details li');
};

test('a badge that is out of date says so, pasted and as a file', async ({ house, browser }) => {
	await fetch(`${house.origin}/.well-known/did.json`); // the keys are made when they are asked for
	const keys = JSON.parse(readFileSync(join(house.dataDir, 'badge-keys.json'), 'utf8')) as Keys;
	const { credentialStatus: _, ...ended } = badge({ validFrom: ago(400), validUntil: ago(35) });
	const old = (did: string) => ({ ...ended, issuer: { id: did, type: ['Profile'], name: 'Bản Mây' } });
	const [byJwt, byProof] = [keys.p256, keys.ed25519].map((key) => `did:key:${key.publicKeyMultibase}`);
	const { page, says, paste, drop } = await counter(browser, house.origin, {});

	await paste(await signJwt(old(byJwt!), byJwt!, keys));
	await says('Đã hết hạn', 'Huy hiệu này từng có thật, nay đã quá hạn.');
	await expect(page.locator('dl')).toContainText('Hết hạn');
	await expect((await stepsOf(page)).filter({ hasText: 'Đang trong thời hạn' })).toContainText('không đạt');

	const json = JSON.stringify(await signProof(old(byProof!), byProof!, keys, Date.now()));
	await drop('huy-hieu.json', 'application/json', json);
	await says('Đã hết hạn', 'Huy hiệu này từng có thật, nay đã quá hạn.');
});

test('a badge of another issuer is checked by the keys and the list of its own', async ({
	house,
	browser
}) => {
	let list: string | undefined = await listWith([], strangers, Date.now(), SCHOOL_DID);
	let document: string | undefined = JSON.stringify(methods(strangers, SCHOOL_DID));
	const { page, says, paste, drop } = await counter(browser, house.origin, {
		'/.well-known/did.json': () => document,
		'/status/1': () => list
	});
	const theirs = {
		...badge({ validFrom: ago(3) }),
		id: `${SCHOOL}/credentials/1`,
		issuer: { id: SCHOOL_DID, type: ['Profile'], name: 'Trường nghề' },
		credentialStatus: {
			id: `${SCHOOL}/status/1#${PLACE}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(PLACE),
			statusListCredential: `${SCHOOL}/status/1`
		}
	};
	const json = JSON.stringify(await signProof(theirs, SCHOOL_DID, strangers, Date.now()));
	const jwt = await signJwt(theirs, SCHOOL_DID, strangers);

	await test.step('as a file with a proof, and pasted as a JWT', async () => {
		await drop('huy-hieu.json', 'application/json', json);
		await says('Huy hiệu thật', 'Chữ ký đúng, nội dung còn nguyên, chưa bị thu hồi.');
		await expect(page.locator('dl')).toContainText('Trường nghề, truong-nghe.example.org');
		await paste(jwt);
		await says('Huy hiệu thật', 'Danh sách thu hồi lập hôm nay');
		await expect((await stepsOf(page)).filter({ hasText: 'Khóa ký là của nơi cấp' })).toContainText('đạt');
	});

	await test.step('changed by one word', async () => {
		await drop('huy-hieu.json', 'application/json', json.replace('Dùng điện thoại', 'Lái máy bay'));
		await says('Đã bị sửa', 'Nội dung không khớp chữ ký.');
	});

	await test.step('taken back by that issuer', async () => {
		list = await listWith([PLACE], strangers, Date.now(), SCHOOL_DID);
		await paste(jwt);
		await says('Đã bị thu hồi', 'Đừng tin nó nữa.');
	});

	await test.step('whose list cannot be had', async () => {
		list = undefined;
		await drop('huy-hieu.json', 'application/json', json);
		await says('Chưa rõ còn hiệu lực', 'chưa hỏi được là huy hiệu có bị thu hồi không');
	});

	await test.step('whose keys cannot be had', async () => {
		document = undefined;
		await paste(jwt);
		await says('Không rõ ai cấp', 'Chưa hỏi được nơi cấp');
	});
});

test('a badge of the other kind: RS256, an address as issuer, 1EdTech’s own list', async ({
	house,
	browser
}) => {
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
	let revoked: string[] = [];
	const { says, paste, drop } = await counter(browser, house.origin, {
		'/issuer/keys/1': () => JSON.stringify(rsa.publicKey.export({ format: 'jwk' })),
		'/issuer/revoked': () =>
			JSON.stringify({
				id: `${SCHOOL}/issuer/revoked`,
				issuer: `${SCHOOL}/issuer`,
				revokedCredential: revoked
			})
	});
	const { issuer: _, credentialStatus: __, ...rest } = badge({ validFrom: ago(3) });
	const theirs = {
		...rest,
		id: `${SCHOOL}/credentials/2`,
		issuer: { id: `${SCHOOL}/issuer`, type: ['Profile'], name: 'Trường nghề' },
		credentialStatus: { id: `${SCHOOL}/issuer/revoked`, type: '1EdTechRevocationList' }
	};
	const jwt = await new SignJWT({ ...theirs, iss: theirs.issuer.id, jti: theirs.id })
		.setProtectedHeader({ alg: 'RS256', kid: `${SCHOOL}/issuer/keys/1`, typ: 'JWT' })
		.sign(rsa.privateKey);

	await paste(jwt);
	await says('Huy hiệu thật', 'Chữ ký đúng, nội dung còn nguyên, chưa bị thu hồi.');
	await drop('huy-hieu.jwt', 'application/octet-stream', jwt);
	await says('Huy hiệu thật', 'truong-nghe.example.org');
	revoked = [theirs.id];
	await paste(jwt);
	await says('Đã bị thu hồi', 'Đừng tin nó nữa.');
	await paste(jwt.slice(0, -6) + 'AAAAAA');
	await says('Đã bị sửa', 'Nội dung không khớp chữ ký.');
});
