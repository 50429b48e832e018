import { BlockList, isIPv6 } from 'node:net';

/** Addresses that belong to this machine, its network or nobody (RFC 6890): no stranger's address leads there. */
const RESERVED: readonly [subnet: string, bits: number][] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
	['::', 127],
	['64:ff9b::', 96],
	['64:ff9b:1::', 48],
	['100::', 64],
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8]
];
const reserved = new BlockList();
for (const [subnet, bits] of RESERVED) reserved.addSubnet(subnet, bits, isIPv6(subnet) ? 'ipv6' : 'ipv4');

/** Whether an address must not be called on behalf of somebody else. IPv4 inside IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
	return reserved.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
