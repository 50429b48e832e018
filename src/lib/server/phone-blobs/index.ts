/** What phones have sent: recordings and pictures, each in the folder of the woman whose phone it was. Private: a page
 * that shows one asks first who may, and what is published is copied into media. */
export { readPhoneBlob, type PhoneBlob } from './read-phone-blob';
export { forgetPhoneBlobs } from './forget-phone-blobs';
export { howMuchIsHere } from './how-much-is-here';
export { keepPart, type KeptPart } from './keep-part';
export { keepWhole } from './keep-whole';
