/** What was read is not what a writer of ours wrote. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}

/** Nothing that travels here has a number of more than 70 bits. */
const MAX_VARINT_BYTES = 10;

/** Puts numbers and bytes one after the other. */
export class ByteWriter {
	#bytes: number[] = [];

	byte(value: number): this {
		this.#bytes.push(value & 0xff);
		return this;
	}

	raw(bytes: Uint8Array): this {
		for (const byte of bytes) this.#bytes.push(byte);
		return this;
	}

	/** A whole number from 0, seven bits a byte. */
	count(value: number): this {
		return this.#varint(BigInt(value));
	}

	/** A whole number of either sign; small ones are short. */
	signed(value: number): this {
		const big = BigInt(value);
		return this.#varint(big >= 0n ? big << 1n : (-big << 1n) - 1n);
	}

	/** Bytes with their length before them. */
	block(bytes: Uint8Array): this {
		return this.count(bytes.length).raw(bytes);
	}

	text(text: string): this {
		return this.block(new TextEncoder().encode(text));
	}

	done(): Uint8Array<ArrayBuffer> {
		return Uint8Array.from(this.#bytes);
	}

	#varint(value: bigint): this {
		let rest = value;
		for (; rest > 0x7fn; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
		return this.byte(Number(rest));
	}
}

/** Reads what a ByteWriter wrote. @throws Unreadable at what it cannot have written */
export class ByteReader {
	#at = 0;

	constructor(readonly bytes: Uint8Array) {}

	get left(): number {
		return this.bytes.length - this.#at;
	}

	byte(): number {
		return this.raw(1)[0]!;
	}

	raw(length: number): Uint8Array<ArrayBuffer> {
		if (length > this.left) throw new Unreadable();
		this.#at += length;
		return this.bytes.slice(this.#at - length, this.#at) as Uint8Array<ArrayBuffer>;
	}

	count(): number {
		return safe(this.#varint());
	}

	signed(): number {
		const value = this.#varint();
		return safe(value & 1n ? -((value + 1n) >> 1n) : value >> 1n);
	}

	block(): Uint8Array<ArrayBuffer> {
		return this.raw(this.count());
	}

	text(maxBytes: number): string {
		const bytes = this.block();
		if (bytes.length > maxBytes) throw new Unreadable();
		try {
			return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		} catch {
			throw new Unreadable();
		}
	}

	#varint(): bigint {
		let value = 0n;
		for (let n = 0; n < MAX_VARINT_BYTES; n++) {
			const byte = this.byte();
			value |= BigInt(byte & 0x7f) << BigInt(7 * n);
			if (byte < 0x80) return value;
		}
		throw new Unreadable();
	}
}

function safe(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new Unreadable();
	return number;
}
