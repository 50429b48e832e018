import type { NameReveal } from '../name-reveal';
import { checkJwt, claimsFit, readJwt, type Signature } from './check-jwt';
import { checkStatus, type ReadLists } from './check-status';
import type { ReadDid } from './find-key';
import {
	asCredential,
	factsOf,
	issuerIdOf,
	listOf,
	MAX_CHARACTERS,
	readCredential,
	type Credential
} from './shape';
import type { BadgeFacts, Checked, Step, Verdict } from './verdict';

/** What the checking asks the world for; all of it can be answered from what is kept. */
export type World = { readDid: ReadDid; lists: ReadLists; now: () => number };

/** A phone's clock may be a day off. */
const CLOCK_OFF_MS = 86_400_000;

/**
 * Checks a badge in the order of Open Badges 3.0, 9: its form, whose signature it is and whether it fits, its dates,
 * whether it was taken back. Runs in a browser and on a server; never throws for what it is given.
 * @param text the credential as JSON or as a compact JWT
 */
export async function checkBadge(text: string, world: World): Promise<Checked> {
	const read = text.length <= MAX_CHARACTERS ? readEither(text.trim()) : undefined;
	if (!read) return { verdict: 'unreadable', steps: [{ name: 'form', outcome: 'bad' }] };
	const { credential, sign } = read;
	const facts = factsOf(credential);
	const steps: Step[] = [{ name: 'form', outcome: 'good' }];
	const end = (verdict: Verdict, step: Step): Checked => ({ verdict, facts, steps: [...steps, step] });
	if (!sign) return end('unsigned', { name: 'signature', outcome: 'bad' });

	const signature = await sign(world.readDid);
	if (signature.kind === 'issuer')
		return end('issuer', { name: 'issuer', outcome: 'bad', detail: signature.why });
	if (signature.kind === 'unsupported')
		return end('unsigned', { name: 'signature', outcome: signature.why === 'none' ? 'bad' : 'unknown' });
	if (signature.kind === 'changed') return end('changed', { name: 'signature', outcome: 'bad' });
	steps.push({ name: 'signature', outcome: 'good' });
	if (!signature.isKnown)
		return end('issuer', { name: 'issuer', outcome: 'unknown', detail: signature.why ?? '' });
	steps.push({ name: 'issuer', outcome: 'good', detail: facts.issuerHost || facts.issuerName });

	const now = world.now();
	if (isUnreadableDate(credential)) return end('changed', { name: 'dates', outcome: 'bad' });
	const outOfDate = datesOf(facts, now);
	steps.push({ name: 'dates', outcome: outOfDate ? 'bad' : 'good' });

	const status = await checkStatus(credential, issuerIdOf(credential), world.lists);
	if (status.kind === 'revoked') return end('revoked', { name: 'status', outcome: 'bad' });
	if (status.kind === 'none')
		return end(outOfDate ?? 'true', { name: 'status', outcome: 'unknown', detail: 'none' });
	const isGood = status.kind === 'good';
	return {
		...end(outOfDate ?? (isGood ? 'true' : 'unchecked'), {
			name: 'status',
			outcome: isGood ? 'good' : 'unknown'
		}),
		...(status.atMs === undefined ? {} : { statusAtMs: status.atMs })
	};
}

function datesOf({ validFromMs, validUntilMs }: BadgeFacts, now: number): 'early' | 'expired' | undefined {
	if (validFromMs !== null && validFromMs > now + CLOCK_OFF_MS) return 'early';
	return validUntilMs !== null && validUntilMs < now ? 'expired' : undefined;
}

type Read = { credential: Credential; sign?: (readDid: ReadDid) => Promise<Signature> };

function readEither(text: string): Read | undefined {
	return text.startsWith('{') ? readProved(text) : readSigned(text);
}

function readSigned(jwt: string): Read | undefined {
	const payload = readJwt(jwt)?.payload;
	const credential = asCredential(payload);
	if (!credential) return undefined;
	const issuer = issuerIdOf(credential);
	if (jwt.endsWith('.')) return { credential };
	return {
		credential,
		sign: async (readDid) => {
			const signature = await checkJwt(jwt, issuer, readDid);
			const fits = claimsFit(payload as Record<string, unknown>, issuer);
			return signature.kind === 'good' && !fits ? { kind: 'changed' } : signature;
		}
	};
}

function readProved(json: string): Read | undefined {
	const credential = readCredential(json);
	if (!credential) return undefined;
	const proofs = listOf(credential.proof);
	if (proofs.length === 0) return { credential };
	const { proof: _, ...document } = credential;
	return {
		credential,
		sign: async (readDid) => {
			const { checkProof } = await import('./check-proof');
			const all = [];
			for (const proof of proofs)
				all.push(await checkProof(document, proof, issuerIdOf(credential), readDid));
			// Every proof that can be checked must be good; one that is of another kind says nothing.
			const checked = all.filter(({ kind }) => kind !== 'unsupported');
			return checked.find(({ kind }) => kind !== 'good') ?? checked[0] ?? (all[0] as Signature);
		}
	};
}

const isUnreadableDate = ({ validFrom, validUntil }: Credential) =>
	[validFrom, validUntil].some((text) => text !== undefined && Number.isNaN(Date.parse(text)));

/** Whether the name that came along is the one in the badge; undefined where the badge holds none. */
export async function nameOf(
	{ facts }: Checked,
	reveal: NameReveal | undefined
): Promise<{ text: string; fits: boolean } | undefined> {
	if (!reveal || !facts?.nameHash) return undefined;
	const { nameHash } = await import('../name-hash');
	return { text: reveal.name, fits: (await nameHash(reveal.name, reveal.salt)) === facts.nameHash };
}
