import { createContext } from 'svelte';
import type { CourseDownload } from './course-download.svelte';

/** The downloads of this visit, by course and language: they go on while she is on other pages. */
export const [getDownloads, setDownloads] = createContext<Map<string, CourseDownload>>();
