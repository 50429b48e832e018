/** Who is on this phone. Import it dynamically on pages where the first sentence must be heard first. */
export { addProfile } from './add-profile';
export { checkCode, type CodeCheck } from './check-code';
export { createGuest, type ProfileKept } from './create-guest';
export { currentProfile } from './current-profile';
export { isLocked, lock } from './is-locked';
export { joinProfile, type Joined } from './join-profile';
export { listProfiles } from './list-profiles';
export { removeProfile } from './remove-profile';
export { requestCodeReset, settleCodeReset, type CodeReset } from './request-code-reset';
export { setCode } from './set-code';
export { setLanguage } from './set-language';
export { setWho } from './set-who';
export { switchTo } from './switch-to';
