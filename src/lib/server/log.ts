import pino from 'pino';
import { env } from './env';

/** Names under which a secret may stand in what is logged, at the top or one level down. */
const SECRETS = ['password', 'secret', 'code', 'token', 'cookie', 'authorization', 'pepper', 'importKey'];

/**
 * The server's log: JSON lines to stderr. Say what happened with ids, never with names, bodies or addresses of
 * pages that hold a secret.
 */
export const log = pino(
	{
		level: env.logLevel,
		base: null,
		redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
		serializers: { error: causeOf, err: causeOf }
	},
	pino.destination({ fd: 2, sync: true })
);

/** An error without what it carries along: PocketBase's hold the request's body, with passwords in it. */
function causeOf(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	const { status } = error as { status?: unknown };
	return {
		name: error.name,
		message: error.message,
		...(status === undefined ? {} : { status }),
		stack: error.stack
	};
}
