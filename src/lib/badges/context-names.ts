/** W3C Verifiable Credentials 2.0 and Open Badges 3.0; their order is part of the format. 1EdTech's extensions are
 * left out: nothing of them is used, and a context that means nothing could be taken away unseen. */
export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
