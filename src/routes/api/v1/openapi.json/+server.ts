import { env } from '$lib/server/env';
import { openApi } from '$lib/server/interop/api/openapi';

export const GET = () => Response.json(openApi(env.linkOrigin), { headers: { 'cache-control': 'no-cache' } });
