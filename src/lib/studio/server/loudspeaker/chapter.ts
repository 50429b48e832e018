/** A stretch of a file with a name that players show. */
export type Chapter = { title: string; startMs: number; endMs: number };

/** What a file says about itself. */
export type Named = { title: string; album: string; chapters: Chapter[] };
