/** The page that the worker answers every address with; the router then reads the real address. */
export const prerender = true;
export const ssr = false;
