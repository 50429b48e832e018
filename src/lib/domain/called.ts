/** What people call a woman: of a Vietnamese name the last word. */
export const calledBy = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';
