import { sign as signRaw, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair } from 'jose';
import { buildCredential } from '$lib/badges/credential';
import { p256Multikey } from '$lib/badges/multikey';
import { signJwt, signProof } from '$lib/badges/server/sign';

const DID = 'did:web:ban-may.example.vn';
const ORIGIN = 'https://ban-may.example.vn';

/** Seconds for signing so many badges in both forms, and for the two bare signatures of each. */
export async function signMany(count: number): Promise<{ whole: number; alone: number }> {
	const pair = await Ed25519.generate();
	const { publicKeyMultibase, secretKeyMultibase = '' } = await pair.export({ publicKey: true, secretKey: true });
	const { privateKey } = await generateKeyPair('ES256', { extractable: true });
	const jwk = await exportJWK(privateKey);
	const keys = {
		format: 1 as const,
		madeAtMs: 0,
		ed25519: { publicKeyMultibase, secretKeyMultibase },
		p256: { publicKeyMultibase: p256Multikey({ x: jwk.x ?? '', y: jwk.y ?? '' }), jwk }
	};
	const whole = await seconds(async () => {
		for (let n = 0; n < count; n++) {
			const credential = buildCredential({
				id: String(n).padStart(26, 'a'),
				origin: ORIGIN,
				issuer: { did: DID, name: 'Bản Mây', url: ORIGIN },
				achievement: { slug: 'dien-thoai', name: 'Điện thoại', nameEn: 'Phone', description: 'd', criteria: 'c', evidence: [], alignments: [] },
				subject: `urn:uuid:${crypto.randomUUID()}`,
				nameHash: `sha256$${'0'.repeat(64)}`,
				statusIndex: n,
				issuedAtMs: 1_795_000_000_000
			});
			await signProof(credential, DID, keys, 1_795_000_000_000);
			await signJwt(credential, DID, keys);
		}
	});
	const ed25519 = generateKeyPairSync('ed25519').privateKey;
	const p256 = createPrivateKey({ key: jwk as never, format: 'jwk' });
	const bytes = Buffer.alloc(64);
	const alone = await seconds(() => {
		for (let n = 0; n < count; n++) {
			signRaw(null, bytes, ed25519);
			signRaw('sha256', bytes, p256);
		}
	});
	return { whole, alone };
}

async function seconds(work: () => unknown): Promise<number> {
	const startedAt = performance.now();
	await work();
	return (performance.now() - startedAt) / 1000;
}
