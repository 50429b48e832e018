const BROWSERS: [name: string, sign: RegExp][] = [
	['Zalo', /Zalo/i],
	['Facebook', /FBAN|FBAV/],
	['Cốc Cốc', /coc_coc/i],
	['Samsung Internet', /SamsungBrowser/],
	['Edge', /Edg(?:A|iOS)?\//],
	['Opera', /OPR\/|Opera/],
	['Firefox', /Firefox|FxiOS/],
	['Chrome', /Chrome|CriOS/],
	['Safari', /Safari/]
];
const SYSTEMS: [name: string, sign: RegExp][] = [
	['Android', /Android/],
	['iPhone', /iPhone|iPad/],
	['Windows', /Windows/],
	['Mac', /Macintosh/],
	['Linux', /Linux/]
];

const found = (list: [string, RegExp][], agent: string) => list.find(([, sign]) => sign.test(agent))?.[0];

/** "Chrome · Android": as much of what a browser says about itself as lets somebody know her own phone. "" when it
 * says nothing known. No versions, nothing that tells two phones of one kind apart. */
export const browserOf = (agent: string): string =>
	[found(BROWSERS, agent), found(SYSTEMS, agent)].filter(Boolean).join(' · ');
