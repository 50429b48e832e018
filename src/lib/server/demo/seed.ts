import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogCourse } from '$lib/domain/course';
import type { Pattern } from '$lib/domain/pattern';
import { env } from '../env';
import { pocketbase } from '../pocketbase';
import { currentCatalog } from '../repositories/catalog';
import { setGroupPattern } from '../repositories/group-pattern';
import { createGroup } from '../repositories/groups';
import { addLearners, issueCard, type Learner } from '../repositories/learners';
import { keepNotice } from '../repositories/notices';
import { allStaff, createStaff, type StaffMember } from '../repositories/staff';
import { newPublicId } from '../secrets';
import { codesOf, placeOfCode } from '../places/code';
import { askedBeside } from './asked';
import { factsOf } from './facts';
import { meet } from './meetings';
import { makePartners } from './partners';
import { GROUPS, PROVINCE_MANAGER, TRAINERS, type ExampleGroup, type Pace } from './people';
import { deliver, pushesOf } from './phone';
import { randomFrom, ulidAt } from './random';
import { makeTrick, practised, TRIED } from './scam';
import { openedStall, openStalls, SELLERS } from './stalls';
import { SPEAKERS, settleSpoken, spoken } from './voices';
import { storyOf, type Sitting } from './story';

const SEED = 20_261_124;
const DAY_MS = 86_400_000;

/** Two of the groups have chosen the frame of their badges. The shapes are any shapes: they say nothing of a people. */
const PATTERNS: Pattern[] = [
	{ motif: 'star', thread: 'course', inlay: 'gold' },
	{ motif: 'hourglass', thread: 'rice', inlay: 'gold' }
];

type SignIn = { email: string; password: string };
/** DATA_DIR/demo.json. `join`: first cards that nobody has used yet, then one of a woman with a history in each group. */
export type Demo = {
	manager: SignIn;
	trainers: SignIn[];
	join: string[];
	badges: string[];
	stalls: string[];
};

/**
 * Makes the example village once, through the code that real ones are made with, from a fixed seed; how it went is
 * always told up to today. Passwords and cards are random, as they must be.
 */
export async function seedDemo(nowMs = Date.now()): Promise<void> {
	const file = join(env.dataDir, 'demo.json');
	if (existsSync(file)) return followAddress(file);
	const pb = await pocketbase();
	if ((await pb.collection('groups').getList(1, 1)).items.length > 0)
		throw new Error(
			`The example village in ${env.dataDir} is half made: delete that folder and start again.`
		);

	const manager = await managerSignIn();
	const trainers = await makeTrainers();
	await createStaff({ ...PROVINCE_MANAGER, role: 'manager', picture: '', password: newPublicId(16) });
	const { courses } = await currentCatalog();
	const cards: Made[] = [];
	for (const [n, group] of GROUPS.entries())
		cards.push(...(await makeGroup(n, group, trainers, courses, nowMs)));
	const honey = cards.flatMap(({ seller }) => (seller ? [seller] : []))[1];
	const checker = (await allStaff()).find(({ email }) => email === manager.email)?.id ?? '';
	const stalls = await stallLinks(cards, nowMs);
	if (honey) await makePartners({ ...honey, manager: checker }, nowMs);
	const demo: Demo = {
		manager,
		trainers: trainers.map(({ email, password }) => ({ email, password })),
		join: joinLinks(cards),
		badges: cards.flatMap((card) => card.badges.map((id) => `${env.linkOrigin}/verify/${id}`)),
		stalls
	};
	write(file, demo);
}

/** The server may answer at another port or address than the last time. */
function followAddress(file: string): void {
	const demo = JSON.parse(readFileSync(file, 'utf8')) as Demo;
	const here = (link: string) => link.replace(/^https?:\/\/[^/]+/, env.linkOrigin);
	write(file, {
		...demo,
		join: demo.join.map(here),
		badges: demo.badges.map(here),
		stalls: demo.stalls.map(here)
	});
}

function write(file: string, demo: Demo): void {
	writeFileSync(`${file}.tmp`, `${JSON.stringify(demo, null, '\t')}\n`, { mode: 0o600 });
	renameSync(`${file}.tmp`, file);
}

type Made = {
	pace: Pace;
	group: number;
	secret: string;
	badges: string[];
	/** Who sells, where, and who looks after her. */
	seller?: { learner: string; group: string; trainer: string };
};

/** The stalls of who sells, folded as the sync does it. */
async function stallLinks(cards: Made[], nowMs: number): Promise<string[]> {
	const sellers = cards.flatMap(({ seller }) => (seller ? [seller] : []));
	const [first] = sellers;
	if (!first) return [];
	const slugs = await openStalls(
		sellers.map(({ learner }) => learner),
		first,
		nowMs
	);
	return slugs.map((slug) => `${env.linkOrigin}/stall/${slug}`);
}

async function makeGroup(
	index: number,
	{ name, place, code, ethnicity, trainer, women }: ExampleGroup,
	trainers: StaffMember[],
	courses: CatalogCourse[],
	nowMs: number
): Promise<Made[]> {
	const by = (trainers[trainer] as StaffMember).id;
	const found = await placeOfCode(code);
	const where = { place, village: name, ...(found && codesOf(found)) };
	const group = await createGroup({ name, ...where, trainers: [by] }, by);
	const pattern = PATTERNS[index];
	if (pattern) await setGroupPattern(group.id, pattern);
	const random = randomFrom(SEED - 1 - index);
	const told = women.map((woman) => ({ ...woman, facts: factsOf(ethnicity, random) }));
	const learners = await addLearners(group.id, told, by, nowMs - 57 * DAY_MS);
	const made: Made[] = [];
	const trick = newPublicId(15);
	if (index === 0) await makeTrick(trick, group.id, by, nowMs);
	for (const [n, learner] of learners.entries()) {
		const pace = (women[n] as ExampleGroup['women'][number]).pace;
		const seller = SELLERS.find((one) => one.group === index && one.woman === n);
		const more = seller
			? [await openedStall(learner.id, seller, place, nowMs, randomFrom(SEED - 100 - n))]
			: [];
		const speaker = SPEAKERS.find((one) => one.group === index && one.woman === n);
		if (speaker) more.push(await spoken(learner.id, speaker, nowMs));
		const falls = index === 0 ? TRIED[n] : undefined;
		if (falls !== undefined) more.push(practised(trick, falls, nowMs));
		const badges = await live(learner, pace, SEED + index * 1000 + n, courses, nowMs, more);
		if (speaker) await settleSpoken(learner.id, speaker, { trainer: by, nowMs });
		const { secret } = await issueCard(learner.id, nowMs - 57 * DAY_MS);
		const sells = seller && { seller: { learner: learner.id, group: group.id, trainer: by } };
		made.push({ pace, group: index, secret, badges, ...sells });
	}
	await assign(group.id, by, courses, nowMs);
	const gathered = { group: group.id, women: learners.map(({ id }) => id), by };
	await meet(gathered, courses, nowMs, randomFrom(SEED - 50 - index));
	return made;
}

/** Each group is asked to finish one course, in a fortnight; who joins later too. */
async function assign(group: string, by: string, courses: CatalogCourse[], nowMs: number): Promise<void> {
	const course = courses[1] ?? courses[0];
	if (!course) return;
	const due = new Date(nowMs + 14 * DAY_MS).toISOString().slice(0, 10);
	const body = { what: 'course' as const, slug: course.slug, due };
	const targets = [{ scope: 'group' as const, id: group }];
	const rest = { newcomers: true, fromMs: nowMs - DAY_MS, untilMs: nowMs + 44 * DAY_MS };
	await keepNotice({ id: newPublicId(15), kind: 'assignment', body, targets, ...rest }, by);
}

/** Her eight weeks, and what she was asked meanwhile; `more`: what she did besides learning. @returns ids of her badges */
async function live(
	learner: Learner,
	pace: Pace,
	seed: number,
	courses: CatalogCourse[],
	nowMs: number,
	more: Sitting[]
) {
	const random = randomFrom(seed);
	const story = storyOf(pace, courses, nowMs, random);
	const asked = askedBeside(story, courses, nowMs, randomFrom(seed + 500));
	const sittings = [...story, ...asked, ...more].sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0));
	const startMs = sittings[0]?.[0]?.at;
	if (startMs === undefined) return [];
	const device = ulidAt(startMs, random);
	const pushes = pushesOf(sittings, device, nowMs, random);
	const badges = await deliver(learner.id, device, pushes);
	// The one thing that no phone can say: that it called long ago.
	const pushedAtMs = pushes.at(-1)?.atMs ?? nowMs;
	await (await pocketbase()).collection('devices').update(device, { pushedAtMs });
	return badges;
}

async function makeTrainers(): Promise<(StaffMember & SignIn)[]> {
	const made = [];
	for (const { name, email, places } of TRAINERS) {
		const password = newPublicId(12);
		made.push({
			...(await createStaff({ name, email, places, password, picture: '', role: 'trainer' })),
			password
		});
	}
	return made;
}

/** The first manager was made by the house, which tells her password at the first start only. */
async function managerSignIn(): Promise<SignIn> {
	const { email, password } = env.firstManager;
	if (password) return { email, password };
	const manager = (await allStaff()).find((member) => member.email === email);
	const fresh = newPublicId(12);
	const values = { password: fresh, passwordConfirm: fresh };
	if (manager) await (await pocketbase()).collection('staff').update(manager.id, values);
	return { email, password: fresh };
}

function joinLinks(cards: Made[]): string[] {
	const unused = cards.filter(({ pace }) => pace === 'waiting');
	const known = GROUPS.map((_, group) =>
		cards.find((card) => card.group === group && card.pace === 'steady')
	);
	return [...unused, ...known].flatMap((card) => (card ? [`${env.linkOrigin}/join#${card.secret}`] : []));
}
