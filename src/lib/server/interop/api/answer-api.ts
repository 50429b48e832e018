import * as v from 'valibot';
import { refuse } from '../../errors';
import { addressKey, rateLimits } from '../../rate-limit';
import { endpoints, type EndpointName } from './endpoints';
import { tokenOf, type ApiToken } from './tokens';

export type Asked = { request: Request; url: URL; getClientAddress: () => string };
type AnswerOf<Name extends EndpointName> = v.InferOutput<(typeof endpoints)[Name]['answer']>;

/**
 * One endpoint of the read API: who asks, how often, what may leave. The answer passes through its schema, which
 * drops what is not in it: a field that nobody documented cannot slip out.
 */
export async function answerApi<Name extends EndpointName>(
	name: Name,
	{ request, getClientAddress }: Asked,
	read: (token: ApiToken | null) => Promise<AnswerOf<Name> | null>
): Promise<Response> {
	const { scope, answer } = endpoints[name];
	let token: ApiToken | null = null;
	if (scope) {
		const stranger = ['strangerByAddress', addressKey(getClientAddress())] as const;
		const late = await rateLimits.take(stranger);
		if (late) return tooMany(late.retryAfterS);
		token = await tokenOf(request);
		if (!token) return refuse('token_unknown', { 'www-authenticate': 'Bearer' });
		await rateLimits.giveBack(stranger);
		const often = await rateLimits.take(['apiByToken', token.id]);
		if (often) return tooMany(often.retryAfterS);
		if (!token.scopes.includes(scope)) return refuse('scope_missing');
	}
	const found = await read(token);
	if (!found) return refuse('malformed');
	const body = v.parse(answer as v.GenericSchema, found);
	return Response.json(body, { headers: { 'cache-control': 'private, no-store' } });
}

const tooMany = (retryAfterS: number) => refuse('too_many_tries', { 'retry-after': String(retryAfterS) });
