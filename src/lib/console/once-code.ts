/** "kmnp-2xyz": two groups that can be read out and typed. */
export const spacedOnceCode = (code: string): string => code.replace(/^(.{4})(.{4})$/, '$1-$2');

/** What was typed as a code, in the one way in which it was made: hyphens, spaces and large letters are hers to choose. */
export const tidyOnceCode = (typed: string): string => typed.toLowerCase().replace(/[\s.-]/g, '');
