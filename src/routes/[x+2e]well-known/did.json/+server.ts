import { didDocument } from '$lib/badges/server/did-document';
import { answerPublic } from '$lib/badges/server/public-answer';
import type { RequestHandler } from './$types';

/** Who signs badges here (did:web), with every key since the beginning. */
export const GET: RequestHandler = async () =>
	answerPublic(JSON.stringify(await didDocument()), 'application/did+json');
