/** The drawings of the stall as data: they come with the page's code, so they are there offline. */
const files = import.meta.glob<string>('./pictures/*.svg', { query: '?raw', import: 'default', eager: true });

const byName = new Map(
	Object.entries(files).map(([path, svg]) => [path.replace(/^.*\/|\.svg$/g, ''), svg] as const)
);

/** The SVG itself; '' for a name that has none. */
export const drawingOf = (name: string): string => byName.get(name) ?? '';

/** An address for `<img>`. */
export const pictureOf = (name: string): string =>
	`data:image/svg+xml,${encodeURIComponent(drawingOf(name))}`;
