import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names one run of one process: numbers are used again, and a data folder may come from another machine.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function processIdentity(pid) {
	return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** @param {number} pid */
function fromProc(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name in brackets may hold blanks and brackets itself; after it, field 3 is the state, 22 the start.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const isZombie = fields[0] === 'Z';
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		return isZombie ? undefined : `${boot}:${fields[19]}`;
	} catch {
		return undefined;
	}
}

/** @param {number} pid */
function fromPs(pid) {
	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
	} catch {
		return undefined;
	}
}

/**
 * @param {number} pid
 * @returns {string[] | undefined} its program and arguments
 */
export function commandOf(pid) {
	try {
		if (process.platform === 'linux')
			return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
		return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
			.trim()
			.split(' ');
	} catch {
		return undefined;
	}
}
