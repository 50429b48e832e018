/**
 * `npm run torture -- --seconds N`: a real server, simulated phones, and everything that goes wrong in a village in a
 * week: calls sent twice, out of order and broken off, PocketBase and the whole server killed, an older copy of the
 * data put back, a woman with two phones. In the end the phones deliver until they are done, and the server must hold
 * exactly what happened. Last line: `N events acked, 0 lost, 0 doubled`; exit 1 otherwise.
 */
import { House } from './testing/house.mjs';
import { Chaos } from './torture/chaos.mjs';
import { compare } from './torture/compare.mjs';
import { readArguments } from './torture/read-arguments.mjs';
import { moveIn } from './torture/move-in.mjs';

const { seconds, seed } = readArguments(process.argv.slice(2));
console.log(`Torture for ${seconds} s, seed ${seed} (--seed ${seed} plays the same dice again).`);
const house = new House();
let isWell = false;
try {
	await house.start();
	const { phones, random } = await moveIn(house, seed);
	const chaos = new Chaos(house, random);
	const endMs = Date.now() + seconds * 1000;
	await Promise.all([chaos.rage(endMs), ...phones.map((phone) => phone.live(endMs, () => house.origin))]);
	await chaos.calmDown();
	for (const phone of phones) await phone.deliverAll(house.origin);
	// What one phone sent last, her other phone has not heard of yet.
	for (const phone of phones) await phone.deliverAll(house.origin);
	const { acked, lost, doubled, remarks } = await compare(house, phones);
	isWell = lost === 0 && doubled === 0 && remarks.length === 0;
	console.log(chaos.summary());
	for (const remark of remarks) console.log(`  ${remark}`);
	console.log(`${acked} events acked, ${lost} lost, ${doubled} doubled`);
} catch (error) {
	console.error(error, `\nThe server said:\n${house.log.slice(-3000)}`);
} finally {
	await house.remove();
}
process.exit(isWell ? 0 : 1);
