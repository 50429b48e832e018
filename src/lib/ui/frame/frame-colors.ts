import type { CourseColor } from '../../domain/course';
import type { Pattern } from '../../domain/pattern';

/** The colours as they stand in ui/base.css: a file has no style sheet, and a badge is the same at night. */
export const COLORS: Record<CourseColor | 'gold', string> = {
	indigo: '#2b3a8c',
	rice: '#0b5a2f',
	madder: '#920f34',
	earth: '#6e3f07',
	gold: '#f2b632'
};

/** A frame's two colours on a badge of this course's colour. */
export const frameColors = ({ thread, inlay }: Pattern, course: CourseColor) => ({
	thread: COLORS[thread === 'course' ? course : thread],
	inlay: COLORS[inlay]
});
