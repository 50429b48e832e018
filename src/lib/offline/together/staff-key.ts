/** Under which name what a trainer's phone keeps for her stands beside the profiles of women. */
export const staffKey = (staff: string): string => `staff:${staff}`;
export const isStaffKey = (profile: string): boolean => profile.startsWith('staff:');
