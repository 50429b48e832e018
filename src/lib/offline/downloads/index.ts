/** Courses that are kept on the phone. Brings the database: import it dynamically. */
export { askToPersist } from './ask-to-persist';
export type { OnPhone } from './count-here';
export { courseOnPhone } from './course-on-phone';
export { downloadCourse, type Downloaded } from './download-course';
export { removeCourse } from './remove-course';
export { unfinishedDownloads } from './unfinished-downloads';
