/**
 * `npm run torture -- --seconds N`: a real server, simulated phones, and everything that goes wrong in a village in a
 * year: calls sent twice, out of order, among rubbish and broken off, PocketBase and the whole server killed, an older
 * copy of the data put back, phones shared, copied and wiped. In the end the phones deliver until they are done, and
 * the server must hold exactly what happened. Last line: `N events acked, 0 lost, 0 doubled`; exit 1 when anything is
 * not so, with what it is before that line.
 */
import { House } from './testing/house.mjs';
import { calmDown } from './torture/calm-down.mjs';
import { Chaos } from './torture/chaos.mjs';
import { compare } from './torture/compare.mjs';
import { Ledger } from './torture/ledger.mjs';
import { moveIn } from './torture/move-in.mjs';
import { rage } from './torture/rage.mjs';
import { readArguments } from './torture/read-arguments.mjs';

const { seconds, seed } = readArguments(process.argv.slice(2));
console.log(`Torture for ${seconds} s, seed ${seed} (--seed ${seed} makes the same choices again).`);
const house = new House();
const chaos = new Chaos(house);
const ledger = new Ledger();
let isWell = false;
try {
	await house.start();
	const phones = await moveIn(house, ledger);
	await rage(chaos, phones, { seed, endMs: Date.now() + seconds * 1000 });
	// A fresh start forgives whoever has joined too often.
	await chaos.whileStopped(true, () => {});
	await calmDown(phones);
	const { acked, lost, doubled, remarks } = await compare(house, phones, ledger);
	isWell = lost === 0 && doubled === 0 && remarks.length === 0;
	console.log(
		Object.entries(chaos.done)
			.map(([name, times]) => `${name} ${times}x`)
			.join(', ')
	);
	for (const remark of remarks) console.log(remark);
	console.log(`${acked} events acked, ${lost} lost, ${doubled} doubled`);
} catch (error) {
	console.error(error, `\nThe server said:\n${house.log.slice(-3000)}`);
} finally {
	await house.remove();
	chaos.copies.remove();
}
process.exit(isWell ? 0 : 1);
