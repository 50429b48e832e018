/** Characters in a note about a woman: enough for a visit, too few for a file on her. */
export const MAX_NOTE_LENGTH = 1000;
