// A plain form needs no script, and a trainer's line is slow too.
export const csr = false;
