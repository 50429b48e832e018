import { health } from '$lib/server/health';

/** 200 once pages and PocketBase answer and there is something to learn; 503 until then. */
export async function GET() {
	const found = await health();
	const status = 'status' in found ? 200 : 503;
	return Response.json(found, { status, headers: { 'cache-control': 'no-store' } });
}
