/**
 * The figures of a report, section by section. Each name is that of the statement that counts it
 * (pb_hooks/lib/report-sql.js) and of its rule in words (`reports.rule.<name>`); a test holds the three together.
 */
export const SECTIONS = {
	reach: ['enrolled', 'active', 'completed', 'badges', 'practised'],
	learned: ['tested', 'before', 'after', 'known30', 'known90'],
	after30: ['asked30', 'answered30', 'sells30', 'refused30', 'paid30', 'outside30', 'herself30'],
	after90: ['asked90', 'answered90', 'sells90', 'refused90', 'paid90', 'outside90', 'herself90'],
	market: ['stalls', 'products', 'sellers', 'orders'],
	funnel: ['groups', 'met', 'matched', 'mentored', 'moved'],
	introductions: ['proposed', 'introduced', 'talked', 'sampled', 'dealt', 'agreed', 'sessions', 'worth']
} as const;
export type Section = keyof typeof SECTIONS;
export type Figure = (typeof SECTIONS)[Section][number];
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];
export const FIGURE_NAMES: readonly Figure[] = Object.values(SECTIONS).flat();

/**
 * `women`: how many women; `whole` is the figure that they are a part of. `things`: how many things of women. `share`:
 * how many of these were right. `groups`: how many groups, or what was done for groups; each once.
 */
export type Kind = { kind: 'women'; whole: Figure | null } | { kind: 'things' | 'share' | 'groups' };

const women = (whole: Figure | null = 'enrolled'): Kind => ({ kind: 'women', whole });
const things: Kind = { kind: 'things' };
const share: Kind = { kind: 'share' };
const groups: Kind = { kind: 'groups' };

export const FIGURES: Readonly<Record<Figure, Kind>> = {
	enrolled: women(null),
	active: women(),
	completed: women(),
	badges: women(),
	practised: share,
	tested: women(),
	before: share,
	after: share,
	known30: share,
	known90: share,
	asked30: women(),
	answered30: women('asked30'),
	sells30: women('asked30'),
	refused30: women('asked30'),
	paid30: women('asked30'),
	outside30: women('asked30'),
	herself30: women('asked30'),
	asked90: women(),
	answered90: women('asked90'),
	sells90: women('asked90'),
	refused90: women('asked90'),
	paid90: women('asked90'),
	outside90: women('asked90'),
	herself90: women('asked90'),
	stalls: women(),
	products: things,
	sellers: women(),
	orders: things,
	groups,
	met: groups,
	matched: groups,
	mentored: groups,
	moved: groups,
	proposed: groups,
	introduced: groups,
	talked: groups,
	sampled: groups,
	dealt: groups,
	agreed: groups,
	sessions: groups,
	worth: groups
};

/** What stands in reports by place, group and month alone: what groups did is no figure of women of one people. */
export const OF_GROUPS: readonly Section[] = ['funnel', 'introductions'];

/** One figure of some women. `women`: of how many it tells; of groups: 0. `of`: what a share is a share of. */
export type Cell = { value: number; women: number; of: number };
export type Cells = Record<Figure, Cell>;
/** The women of one people, one place, … `key` is its code; UNKNOWN: nobody has said. */
export type Line = { key: string; cells: Cells };
export type Table = { lines: Line[]; total: Cells };

export const UNKNOWN = '';
