/** Recordings and pictures on their way to the server. Import it dynamically: a first visit needs none of it. */
export { listKept, listToSend } from './list-to-send';
export { loadBlob } from './load-blob';
export { makeRoom } from './make-room';
export { prepareBlob, type Prepared, type Unfit } from './prepare-blob';
export { recordWithBlobs } from './record-with-blobs';
export { settleBlobs, type Word } from './settle-blobs';
export { sweepOutbox } from './sweep-outbox';
