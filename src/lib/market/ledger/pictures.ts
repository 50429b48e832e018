/** The drawings of the book as data: they come with the page's code, so they are there offline. */
const files = import.meta.glob<string>('./pictures/*.svg', { query: '?raw', import: 'default', eager: true });

const byName = new Map(
	Object.entries(files).map(([path, svg]) => [path.replace(/^.*\/|\.svg$/g, ''), svg] as const)
);

/** An address for `<img>`. */
export const pictureOf = (name: string): string =>
	`data:image/svg+xml,${encodeURIComponent(byName.get(name) ?? '')}`;
