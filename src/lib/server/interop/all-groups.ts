import { groupsOf, type GroupInList } from '../repositories/groups';

/** Every group, as a manager sees them: the house itself asks. */
export const allGroups = (): Promise<GroupInList[]> => groupsOf({ id: '', role: 'manager' });
