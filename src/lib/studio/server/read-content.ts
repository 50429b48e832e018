import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, Checked } from './bundle';
import { Fault } from './faults/fault';
import type { Lexicon } from './narrate/lexicon';
import { readPractices } from './read-practices';
import { readSource } from './read-source';

/** Reads content/courses, content/lessons, content/checks and content/practices. Files are taken in the order of their names: that of courses
 * is the order in which they are learned. Faults name the file. */
export function readContent(contentDir: string): Checked<Bundle> {
	const files = {
		courses: jsonIn(contentDir, 'courses'),
		lessons: [...jsonIn(contentDir, 'lessons'), ...jsonIn(contentDir, 'checks')]
	};
	const faults = [...files.courses, ...files.lessons].flatMap(({ fault }) => fault ?? []);
	if (faults.length > 0) return { kind: 'faulty', faults };
	const valuesOf = (list: 'courses' | 'lessons') => files[list].map(({ value }) => value);
	const source = readSource(
		{ courses: valuesOf('courses'), lessons: valuesOf('lessons') },
		(list, i) => files[list][i]?.place ?? list
	);
	return source.kind === 'good' ? readPractices(source.value, jsonIn(contentDir, 'practices')) : source;
}

export function readLexicons(contentDir: string): Record<string, Lexicon> {
	return JSON.parse(readFileSync(join(contentDir, 'lexicon.json'), 'utf8')) as Record<string, Lexicon>;
}

/** What the interface says, by language: scripts/narrate gathers it. */
export function readInterfaceTexts(contentDir: string): Record<string, string[]> {
	return JSON.parse(readFileSync(join(contentDir, 'interface.json'), 'utf8')) as Record<string, string[]>;
}

export type Read = { place: string; value?: unknown; fault?: Fault };

function jsonIn(contentDir: string, folder: string): Read[] {
	if (!existsSync(join(contentDir, folder))) return [];
	const names = readdirSync(join(contentDir, folder)).filter((name) => name.endsWith('.json'));
	return names.sort().map((name) => {
		const place = `content/${folder}/${name}`;
		try {
			return { place, value: JSON.parse(readFileSync(join(contentDir, folder, name), 'utf8')) as unknown };
		} catch (cause) {
			return { place, fault: new Fault(place, 'unreadable', { message: (cause as Error).message }) };
		}
	});
}
