/**
 * Trouble that its reader can end: one sentence saying what is wrong and what to do. `npm start` prints the
 * sentence alone and exits 1; anything else that is thrown is a bug and shows its stack.
 */
export class Fault extends Error {
	/**
	 * @param {string} code stable, for tests
	 * @param {string} sentence
	 */
	constructor(code, sentence) {
		super(sentence);
		this.name = 'Fault';
		this.code = code;
	}
}
