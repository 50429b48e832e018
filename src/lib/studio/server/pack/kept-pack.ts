import { createHash } from 'node:crypto';
import type { CatalogCourse } from '$lib/domain/course';
import { canonicalJson } from '../canonical-json';
import { writePack, type Pack } from './write-pack';

/** A few courses of some MB each: asked for by a class, one after the other. */
const KEPT = 3;
const kept = new Map<string, Promise<Pack>>();

/** The pack of a course as it is published now, made once. */
export function keptPack(course: CatalogCourse, origin: string): Promise<Pack> {
	const key = createHash('sha256').update(canonicalJson({ course, origin })).digest('hex');
	const known = kept.get(key);
	if (known) return known;
	const made = writePack(course, origin);
	made.catch(() => kept.delete(key));
	kept.set(key, made);
	for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
	return made;
}
