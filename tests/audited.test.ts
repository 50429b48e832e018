import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../src/lib/i18n/console/audit.en.json';
import vi from '../src/lib/i18n/console/audit.vi.json';
import { AUDITED } from '../src/lib/server/repositories/audit';
import { doors } from './doors';

/** What changes nothing that anybody must answer for, and what says who did it in a row of its own. */
const NOT_WRITTEN_DOWN: Partial<Record<string, string>> = {
	'POST /(console)/trainer/language': 'her own cookie',
	'POST /api/meetings': 'each meeting keeps who told of it',
	'POST /api/invite': 'only looks',
	'POST /api/join/look': 'only looks',
	'POST /api/sync': 'events say who and when',
	'POST /api/carry': 'events say who and when',
	'POST /api/devices': 'a phone takes another number of its own',
	'POST /api/devices/key': "a phone's own key",
	'PUT /api/blobs/[sha256]': 'her own recording; the event that names it says when',
	'POST /api/blobs/missing': 'only looks',
	'POST /(console)/trainer/import': 'only her own draft; taking it in is written down',
	'POST /(console)/trainer/evening': 'each mark keeps who set it and when',
	'POST /(public)/stall/[slug]': "a stranger's message, kept as such",
	'POST /(public)/partners/join':
		'a stranger applies: kept as such, and nothing until somebody has checked it'
};

const fileOf = (from: string, spec: string): string | undefined => {
	const path = spec.startsWith('$lib/') ? join('src/lib', spec.slice(5)) : join(dirname(from), spec);
	return [`${path}.ts`, path, `${path}/index.ts`].find((file) => file.endsWith('.ts') && existsSync(file));
};

/** Whether the file, or one of ours that it imports for the server, writes something down. */
function writesDown(file: string, seen = new Set<string>()): boolean {
	if (seen.has(file)) return false;
	seen.add(file);
	const source = readFileSync(file, 'utf8');
	if (/\bnoteAct\(/.test(source) && !file.endsWith('repositories/audit.ts')) return true;
	const imported = [...source.matchAll(/from '((?:\$lib|\.)[^']*)'/g)].map(([, spec = '']) => spec);
	return imported
		.filter((spec) => spec.startsWith('.') || spec.includes('server'))
		.map((spec) => fileOf(file, spec))
		.some((next) => next !== undefined && next.includes('/server/') && writesDown(next, seen));
}

test.each(
	doors
		.filter(({ method, route }) => method !== 'GET' && !NOT_WRITTEN_DOWN[`${method} ${route}`])
		.map(({ method, route, file }) => [`${method} ${route}`, file])
)('%s writes down what was done', (_door, file) => {
	const why = 'Call noteAct where the change is made, or say in NOT_WRITTEN_DOWN why it need not be.';
	expect(writesDown(`src/routes/${file}`), why).toBe(true);
});

test.each(AUDITED)('%s is said in both languages', (act) => {
	for (const words of [vi, en] as Record<string, string>[]) expect(words[`audit.what.${act}`]).toBeTruthy();
});
