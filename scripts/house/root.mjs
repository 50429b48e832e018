import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this house: where package.json stands. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
