// Money in whole đồng. Apart from the schemas: the phone counts with it at every tap.

/** Below this nobody sells anything; above it somebody has typed a nought too many. */
export const MIN_PRICE = 1_000;
export const MAX_PRICE = 500_000_000;

/** Why an amount is no price (`sell.price.<code>`). */
export type PriceProblem = 'low' | 'high' | 'whole';

export function priceProblem(amount: unknown): PriceProblem | null {
	if (typeof amount !== 'number' || !Number.isInteger(amount)) return 'whole';
	if (amount < MIN_PRICE) return 'low';
	return amount > MAX_PRICE ? 'high' : null;
}

/** What one piece costs her: things bought, hours of work and what an hour is worth to her, the way to the buyer. */
export type Costs = { material: number; hours: number; hourlyRate: number; transport: number };
export const noCosts: Costs = { material: 0, hours: 0, hourlyRate: 0, transport: 0 };

export const costOf = ({ material, hours, hourlyRate, transport }: Costs): number =>
	Math.round(material + hours * hourlyRate + transport);

/** What is left to her of every ten đồng beside her hours: for what breaks, and for the next season. */
const LEFT_OVER = 0.2;
/** Prices are counted in notes: nothing smaller than a thousand, and rounder when they are larger. */
const STEPS = [
	{ from: 5_000_000, step: 100_000 },
	{ from: 500_000, step: 10_000 },
	{ from: 50_000, step: 5_000 },
	{ from: 0, step: 1_000 }
] as const;

export const stepOf = (amount: number): number => (STEPS.find(({ from }) => amount >= from) ?? STEPS[3]).step;

/** A price that covers her costs and leaves something, in round notes; 0 where she has counted no costs. */
export function suggestPrice(costs: Costs): number {
	const cost = costOf(costs);
	if (cost <= 0) return 0;
	const wanted = cost * (1 + LEFT_OVER);
	const step = stepOf(wanted);
	return Math.min(MAX_PRICE, Math.max(MIN_PRICE, Math.ceil(wanted / step) * step));
}

/** `loss`: less than it costs her. `bare`: nothing is left over. */
export function judgePrice(price: number, costs: Costs): 'loss' | 'bare' | 'good' {
	const cost = costOf(costs);
	return price < cost ? 'loss' : price === cost && cost > 0 ? 'bare' : 'good';
}
