import { deflateSync, inflateSync, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from './base64url';

// A signed badge small enough for a QR code that a cheap camera reads: the JWT's header and payload as they were
// signed, squeezed with a dictionary of what stands in every badge, and its signature. Nothing is left out, so it is
// checked like the JWT itself, with no network.

/** Names the form, so that another dictionary can come. This one is never changed: codes are printed. */
const FORM = '1';
const MAX_CHARACTERS = 4000;
const MAX_BYTES = 20_000;

const DICTIONARY = strToU8(
	[
		'{"alg":"ES256","typ":"JWT","kid":"did:web:did:key:zDn#zDn"}',
		'{"@context":["https://www.w3.org/ns/credentials/v2",',
		'"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"https:///badges/",',
		'"type":["VerifiableCredential","OpenBadgeCredential"],"name":"","issuer":{"id":"did:web:did:key:zDn",',
		'"type":["Profile"],"name":"Bản Mây","url":"https://"},"validFrom":"2026-01-01T00:00:00Z",',
		'"credentialSubject":{"id":"urn:uuid:","type":["AchievementSubject"],"identifier":[{"type":"IdentityObject",',
		'"hashed":true,"identityHash":"sha256$","identityType":"name"}],"achievement":{"id":"https:///achievements/',
		'dien-thoai thanh-toan ban-hang thi-truong","type":["Achievement"],"achievementType":"Badge","name":"',
		'Dùng điện thoại thông minh Using a smartphone","description":"Học xong khóa này, bằng cách nghe, trên Bản Mây. / ',
		'Finished this course, by ear, with Bản Mây.","criteria":{"narrative":"Nghe hết ',
		' bài và trả lời đúng cả  câu hỏi. / Heard all  lessons to the end and answered each of their ',
		' questions rightly."},"image":{"id":"https:///badges/.png","type":"Image"},"alignment":[{"type":["Alignment"],',
		'"targetCode":"2.1","targetName":"Interacting through digital technologies","targetFramework":"DigComp 2.2",',
		'"targetUrl":"https://publications.jrc.ec.europa.eu/repository/handle/JRC128415"}]}},',
		'"credentialStatus":{"id":"https:///badges/status/1#","type":"BitstringStatusListEntry",',
		'"statusPurpose":"revocation","statusListIndex":"","statusListCredential":"https:///badges/status/1"},',
		'"iss":"did:","jti":"https:///badges/","sub":"urn:uuid:","nbf":1795'
	].join('')
);

/** The JWT as the text that follows the `#` in a QR code. @throws for what is no JWT */
export function toCompact(jwt: string): string {
	const [header = '', payload = '', signature = ''] = jwt.split('.');
	const signed = Uint8Array.of(...fromBase64Url(header), 0, ...fromBase64Url(payload));
	const squeezed = deflateSync(signed, { level: 9, dictionary: DICTIONARY });
	return FORM + toBase64Url(Uint8Array.of(...fromBase64Url(signature), ...squeezed));
}

/** The JWT again, byte for byte; undefined for what is none. */
export function fromCompact(text: string): string | undefined {
	if (!text.startsWith(FORM) || text.length > MAX_CHARACTERS) return undefined;
	try {
		const bytes = fromBase64Url(text.slice(1));
		const signed = inflateSync(bytes.subarray(64), {
			dictionary: DICTIONARY,
			out: new Uint8Array(MAX_BYTES)
		});
		const end = signed.indexOf(0);
		if (end < 1) return undefined;
		const parts = [signed.subarray(0, end), signed.subarray(end + 1), bytes.subarray(0, 64)];
		return parts.map(toBase64Url).join('.');
	} catch {
		return undefined;
	}
}
