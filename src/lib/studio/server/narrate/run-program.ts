import { spawn } from 'node:child_process';

/** A program of this machine that is not there. */
export class ProgramMissing extends Error {
	constructor(readonly program: string) {
		super(`${program} is not installed.`);
	}
}

/** Runs a program with bytes in and bytes out; kills it when it takes longer than `timeoutMs`.
 * @throws {ProgramMissing} @throws {Error} with what it complained of */
export function runProgram(
	program: string,
	args: string[],
	input: Uint8Array | string,
	{ timeoutMs }: { timeoutMs?: number } = {}
): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			stdio: ['pipe', 'pipe', 'pipe'],
			timeout: timeoutMs,
			killSignal: 'SIGKILL'
		});
		const out: Buffer[] = [];
		let complaint = '';
		child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2000)));
		child.on('error', (cause: NodeJS.ErrnoException) =>
			reject(cause.code === 'ENOENT' ? new ProgramMissing(program) : cause)
		);
		child.on('close', (code) =>
			code === 0
				? resolve(Buffer.concat(out))
				: reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`))
		);
		// It may have ended before it read all: its exit says more than this does.
		child.stdin.on('error', () => undefined);
		child.stdin.end(input);
	});
}
