import type { Language } from '../../domain/language';
import { db } from '../database';

/** The language in which she hears everything from now on. */
export async function setLanguage(profileId: string, language: Language): Promise<void> {
	await db.profiles.update(profileId, { language });
}
