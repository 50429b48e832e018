import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { WebhookMessage } from '../webhook/message';
import { endpoints, type Endpoint } from './endpoints';
import { ApiError } from './forms';

type Json = Record<string, unknown>;

/** What a schema accepts, as JSON Schema 2020-12 without its own `$schema` line: OpenAPI 3.1 says it once. */
function schemaOf(schema: GenericSchema): Json {
	const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'output', errorMode: 'ignore' }) as Json;
	void $schema;
	return rest;
}

const answers = (description: string, schema: Json) => ({
	description,
	content: { 'application/json': { schema } }
});
const error = (description: string) => answers(description, { $ref: '#/components/schemas/Error' });

function operationOf(name: string, { summary, scope, answer, query = [] }: Endpoint): Json {
	return {
		operationId: name,
		summary,
		...(query.length
			? {
					parameters: query.map(({ name, says, pattern }) => ({
						...{ name, in: 'query', required: false, description: says },
						schema: { type: 'string', pattern }
					}))
				}
			: {}),
		security: scope ? [{ token: [] }] : [],
		...(scope ? { description: `The token needs the scope "${scope}".` } : {}),
		responses: {
			200: answers('What was asked for.', schemaOf(answer)),
			...(query.length ? { 400: error('A parameter is not of its form.') } : {}),
			...(scope
				? {
						401: error('No token, an unknown one, or one that was revoked.'),
						403: error('The token has not the scope.'),
						429: error('Too many calls; Retry-After says how long to wait.')
					}
				: {})
		}
	};
}

/** OpenAPI 3.1 of the read API and the webhook, made from the schemas that the answers are checked by. */
export function openApi(origin: string): Json {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Bản Mây',
			version: '1',
			description:
				'Reading what groups of women have learned. Tokens are made by a manager on the page "Other systems". Counts of one to four women are never told.'
		},
		servers: [{ url: origin }],
		paths: Object.fromEntries(
			Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => [
				endpoint.path,
				{ get: operationOf(name, endpoint) }
			])
		),
		webhooks: {
			message: {
				post: {
					operationId: 'message',
					summary: 'A badge was issued, or a course was completed.',
					description:
						'Signed as Standard Webhooks: webhook-signature is "v1," and the base64 HMAC-SHA256 of "<webhook-id>.<webhook-timestamp>.<body>". Refuse what is older than five minutes. Sent again until it is answered with 2xx, under the same webhook-id.',
					requestBody: { content: { 'application/json': { schema: schemaOf(WebhookMessage) } } },
					responses: { 200: { description: 'Taken.' } }
				}
			}
		},
		components: {
			schemas: { Error: schemaOf(ApiError) },
			securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'banmay_…' } }
		}
	};
}
