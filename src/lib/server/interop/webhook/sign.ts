import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../secrets';

/** The form of Standard Webhooks: a prefix that secret scanners know, and 192 random bits. */
const PREFIX = 'whsec_';
/** An older message is somebody's copy. */
export const TOLERANCE_S = 300;

export const newWebhookSecret = (): string => PREFIX + randomBytes(24).toString('base64');

/** `v1,<base64 HMAC-SHA256 of "id.timestamp.body">` */
export function signatureOf(id: string, timestampS: number, body: string, secret: string): string {
	const key = Buffer.from(secret.replace(PREFIX, ''), 'base64');
	return `v1,${createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64')}`;
}

export type Received = { id: string; timestamp: string; signature: string; body: string };

/** What a receiver checks; docs/interop.md says the same in words. */
export function isGenuine(
	{ id, timestamp, signature, body }: Received,
	secret: string,
	nowS: number
): boolean {
	const at = Number(timestamp);
	if (!Number.isInteger(at) || Math.abs(nowS - at) > TOLERANCE_S) return false;
	return signature.split(' ').some((one) => isSameSecret(one, signatureOf(id, at, body, secret)));
}
