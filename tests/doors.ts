import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the route files answer to. Only files are asked, so that nothing here can be forgotten. */
export type Door = { method: string; route: string; file: string };

const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\+(page|server)\b.*\.(svelte|[jt]s)$/.test(file)
);
const sourceOf = (file: string) => readFileSync(`src/routes/${file}`, 'utf8');
const routeOf = (file: string) => (dirname(file) === '.' ? '/' : `/${dirname(file)}`);

function doorsOf(file: string): Door[] {
	const route = routeOf(file);
	if (file.endsWith('+page.svelte')) return [{ method: 'GET', route, file }];
	if (/\+page\.server\.[jt]s$/.test(file))
		return sourceOf(file).includes('export const actions') ? [{ method: 'POST', route, file }] : [];
	if (!/\+server\.[jt]s$/.test(file)) return [];
	const methods = sourceOf(file).matchAll(
		/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g
	);
	return [...methods].map(([, method = '']) => ({ method, route, file }));
}

/** Each once. */
export const doors: Door[] = [
	...new Map(files.flatMap(doorsOf).map((door) => [`${door.method} ${door.route}`, door])).values()
];

/** Forms of a page, by name: the keys of `actions` as prettier writes them. */
export function actionsOf(file: string): string[] {
	const [, body = ''] = /export const actions[^=]*= \{\n([\s\S]*?)\n\};?/.exec(sourceOf(file)) ?? [];
	return [...body.matchAll(/^\t(?:async )?(\w+)(?::|\()/gm)].map(([, name = '']) => name);
}

/** Whether an address leads to this route: "/(console)/trainer/groups/[id]" answers "/trainer/groups/abc". */
export function leadsTo(path: string, route: string): boolean {
	const [bare = ''] = path.split('?');
	const pattern = route
		.split('/')
		.filter((part) => part && !/^\(.*\)$/.test(part))
		.map((part) =>
			part
				.replace(/\[x\+([0-9a-f]{2})\]/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
				.replace(/[.+]/g, '\\$&')
				.replace(/\[\w+\]/g, '[^/]+')
		);
	return new RegExp(`^/${pattern.join('/')}$`).test(bare);
}

/** The route that an address leads to: of several the one with the most fixed words, as SvelteKit chooses. */
export function routeAt(path: string, routes: readonly string[]): string | undefined {
	const found = routes.filter((route) => leadsTo(path, route));
	const loose = (route: string) => (route.match(/\[\w+\]/g) ?? []).length;
	return found.sort((a, b) => loose(a) - loose(b))[0];
}
